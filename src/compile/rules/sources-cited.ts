/** Rule: no source stands there for nothing. */
import { claimsOf, entityRule } from './rule.ts';

export const sourcesCited = entityRule(
  'sources-cited',
  'Every source is cited by a claim, a denial or a name: one that nothing cites bears nothing out.',
  function* (entity) {
    const cited = new Set([
      ...claimsOf(entity).flatMap(({ sources }) => sources),
      ...entity.events.flatMap(({ denial }) => denial?.sources ?? []),
      ...entity.names.flatMap(({ sources }) => sources ?? []),
    ]);
    for (const { id } of entity.sources)
      if (!cited.has(id))
        yield [`sources.${id}`, 'is cited by nothing: cite it where it bears a claim out, or leave it out'];
  },
);
