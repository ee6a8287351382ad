/** Rule: a citation is written so that it can be looked up. */
import { entityRule } from './rule.ts';

/** One form per place of publication; a citation may add more after a comma. */
const forms: readonly RegExp[] = [
  // US Federal Register, by volume and page or by document number.
  /^\d{2,3} FR \d{3,6}$/,
  /^FR Doc\. \d{4}-\d{4,5}$/,
  // US statutes.
  /^Pub\. L\. \d{2,3}-\d{1,3}, sec\. \d+[A-Z]?$/,
  // EU acts with their place in the Official Journal, old and new style.
  /^(Council )?(Implementing )?(Regulation|Decision) \((EU|CFSP)\) \d{4}\/\d{1,5}, OJ L (\d{1,3}I?|, \d{4}\/\d+), \d{1,2}\.\d{1,2}\.\d{4}$/,
  // A standing regulation's annex and the entry in it.
  /^Regulation \((EU|EC)\)( No)? \d{1,4}\/\d{1,4}, Annex [IVX]+(, (part [A-Z]|entities|persons|individuals))?, entry \d+$/,
  // Canadian regulations, by their registration.
  /^SOR\/\d{4}-\d{1,3}$/,
  // Lists that number their entries.
  /^OFAC (SDN|NS-CMIC) List, (entry \d+|entries \d+(, \d+)*(,? and \d+))$/,
  /^UK Sanctions List, [A-Z]{3}\d{4}$/,
  // Decisions that are known by their day alone.
  /^[A-Z][A-Za-z, ]+, (decision|order|notice) of \d{1,2} [A-Z][a-z]+ \d{4}$/,
  // US agencies' dockets and court cases.
  /^(FTC|FCC|BIS) Docket No\. [A-Z0-9-]+$/,
  /^No\. \d:\d{2}-cv-\d{5}( \([A-Z][A-Za-z. ]+\))?$/,
  /^FCC \d{2}-\d{1,4}$/,
  /^DA \d{2}-\d{1,4}$/,
];

export const listingCitation = entityRule(
  'listing-citation',
  'A citation has the form of its place: "86 FR 60759", "FR Doc. 2019-22210", "Pub. L. 115-232, sec. 889" and so on.',
  function* (entity) {
    for (const { id, citation } of entity.listings) {
      if (citation !== null && !forms.some((form) => form.test(citation))) {
        yield [
          `listings.${id}.citation`,
          `“${citation}” has no form that can be looked up, such as “86 FR 60759”`,
        ];
      }
    }
  },
);
