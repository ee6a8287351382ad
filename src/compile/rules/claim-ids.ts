/** Rule: within a file every claim and every source has an id of its own, so that links to them hold. */
import { claimsOf, entityRule, repeated } from './rule.ts';

export const claimIds = entityRule(
  'claim-ids',
  'Claims and sources of one entity have ids of their own: exports and correction links point at them.',
  function* (entity) {
    for (const field of repeated(claimsOf(entity).map((claim) => claim.field)))
      yield [field, 'is an id used twice'];
    for (const id of repeated(entity.sources.map((source) => source.id)))
      yield [`sources.${id}`, 'is an id used twice'];
  },
);
