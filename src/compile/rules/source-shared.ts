/** Rule: a page that several entities cite is the same page in each. */
import { problem, type Rule } from './rule.ts';

const fields = ['title', 'publisher', 'published', 'kind'] as const;

export const sourceShared: Rule = {
  name: 'source-shared',
  description:
    'Entities that cite one address give it one title, publisher, date and kind: a page has one of each, and who reads two profiles is not told two.',
  check({ entities }) {
    const cited = entities.flatMap((entity) => entity.sources.map((source) => ({ entity, source })));
    const firsts = new Map(cited.toReversed().map((first) => [first.source.url, first]));
    return cited.flatMap(({ entity, source }) => {
      const first = firsts.get(source.url);
      if (!first) return [];
      return fields
        .filter((field) => JSON.stringify(source[field]) !== JSON.stringify(first.source[field]))
        .map((field) =>
          problem(
            entity,
            `sources.${source.id}.${field}`,
            `is ${JSON.stringify(source[field])}, but in ${first.entity.id} ${JSON.stringify(first.source[field])} for the same page`,
          ),
        );
    });
  },
};
