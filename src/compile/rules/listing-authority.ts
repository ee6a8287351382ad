/** Rule: one spelling per authority, known to the filters. */
import { shortAuthority } from '../short-authority.ts';
import { entityRule } from './rule.ts';

export const listingAuthority = entityRule(
  'listing-authority',
  'Every authority is in src/compile/short-authority.ts, so that filters group its listings.',
  function* (entity) {
    for (const { id, authority } of entity.listings) {
      if (shortAuthority(authority) === null)
        yield [
          `listings.${id}.authority`,
          `“${authority}” is not a known authority: copy it from an entity on the same list, or add it to src/compile/short-authority.ts`,
        ];
    }
  },
);
