/** Rule: the legal name is what the list says, not a description of what was listed. */
import { entityRule } from './rule.ts';

/** What names do not hold and descriptions do: counts and remarks. */
const description =
  / and (\d|two|three|four|five|six|seven|eight|nine|ten|others?\b|its\b|their\b|several|further)|\b(affiliates|subsidiaries)\b|\b\d+ (subordinate|entries|entities|subsidiaries)\b|\(entr|, later |\((aliases|formerly|and )|\ball foreign\b|\bequipment(;|$)/i;

export const listingLegalName = entityRule(
  'listing-legal-name',
  'legalName is the name as the list has it, several names joined by semicolons: no count, no remark (audit pattern 6).',
  function* (entity) {
    for (const { id, legalName, covers } of entity.listings) {
      if (legalName && description.test(legalName))
        yield [`listings.${id}.legalName`, `“${legalName}” is a description: copy the name from the list`];
      if (legalName && covers)
        yield [
          `listings.${id}.covers`,
          'stands for names that are not copied: leave it out beside legalName',
        ];
    }
  },
);
