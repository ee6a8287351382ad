/** Rule: the legal name is one name as listed, not a description of what was listed. */
import { entityRule } from './rule.ts';

/** What names do not hold and descriptions do: counts, several names, remarks. */
const description = /;| and \d|\b\d+ (subordinate|entries|entities|subsidiaries)\b|\(entr|, later |\((aliases|formerly|and )|\ball foreign\b|equipment/i;

export const listingLegalName = entityRule(
  'listing-legal-name',
  'legalName is one name as the list has it: no list of names, no count, no remark (audit pattern 6).',
  function* (entity) {
    for (const { id, legalName } of entity.listings) {
      if (legalName && description.test(legalName)) yield [`listings.${id}.legalName`, `“${legalName}” is a description`];
    }
  },
);
