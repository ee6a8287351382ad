/** Rule: an identifier belongs to one entity. */
import { problem, type Rule } from './rule.ts';

export const identifiers: Rule = {
  name: 'identifiers',
  description: 'No two entities share a Wikidata id.',
  check({ entities }) {
    const owners = new Map<string, string>();
    return entities.flatMap((entity) => {
      const { wikidata } = entity.identifiers;
      if (wikidata === null) return [];
      const owner = owners.get(wikidata);
      owners.set(wikidata, owner ?? entity.id);
      return owner ? [problem(entity, 'identifiers.wikidata', `${wikidata} is ${owner}'s`)] : [];
    });
  },
};
