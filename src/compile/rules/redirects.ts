/** Rule: ids are promises; a given-up id leads straight to an entity that exists. */
import type { Rule } from './rule.ts';

export const redirects: Rule = {
  name: 'redirects',
  description:
    'Ids are unique; an id in moved.json is no longer in use and leads in one step to an entity that exists; no id goes without one.',
  check({ entities, byId, unread, moved, gone }) {
    const file = 'moved.json';
    const twice = entities.filter((entity) => byId.get(entity.id) !== entity);
    return [
      ...twice.map(({ id }) => ({
        file: `entities/${id}.json`,
        field: 'id',
        message: `"${id}" is used by two files`,
      })),
      ...gone
        .filter((id) => !(id in moved))
        .map((id) => ({ file, field: id, message: 'has no file any more: say which id took its place' })),
      ...Object.entries(moved).flatMap(([from, to]) => {
        if (byId.has(from)) return [{ file, field: from, message: `"${from}" is still the id of an entity` }];
        if (to in moved)
          return [
            { file, field: from, message: `leads to "${to}", which has moved itself: name the last id` },
          ];
        if (!byId.has(to) && !unread.has(to))
          return [{ file, field: from, message: `leads to "${to}", which does not exist` }];
        return [];
      }),
    ];
  },
};
