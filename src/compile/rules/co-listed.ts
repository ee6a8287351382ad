/** Rule: who is called listed together stands on one list. */
import { entityRule } from './rule.ts';

export const coListed = entityRule(
  'co-listed',
  '“co-listed-with” says that both stand, or stood, on the same list; whoever is only named in the same report is “related-to”.',
  function* (entity, { byId, unread }) {
    const ours = new Set(entity.listings.map(({ list }) => list));
    for (const { id, type, target } of entity.relations) {
      if (type !== 'co-listed-with' || (target !== undefined && unread.has(target))) continue;
      const theirs = target === undefined ? [] : (byId.get(target)?.listings ?? []);
      if (!theirs.some(({ list }) => ours.has(list)))
        yield [`relations.${id}.type`, `there is no list that both stand on`];
    }
  },
);
