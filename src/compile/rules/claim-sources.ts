/** Rule: what a claim cites is there, once. */
import { claimsOf, entityRule, repeated } from './rule.ts';

export const claimSources = entityRule(
  'claim-sources',
  'Every source that a claim or a name cites stands in the same file, and is cited once by it.',
  function* (entity) {
    const known = new Set(entity.sources.map(({ id }) => id));
    const names = entity.names.map(({ text, sources }) => ({
      field: `names["${text}"]`,
      sources: sources ?? [],
    }));
    const denials = entity.events.flatMap(({ id, denial }) =>
      denial ? [{ field: `events.${id}.denial`, sources: denial.sources }] : [],
    );
    for (const { field, sources } of [...claimsOf(entity), ...names, ...denials]) {
      for (const id of sources)
        if (!known.has(id)) yield [`${field}.sources`, `cites ${id}, which is not among the sources`];
      for (const id of repeated(sources)) yield [`${field}.sources`, `cites ${id} twice`];
    }
  },
);
