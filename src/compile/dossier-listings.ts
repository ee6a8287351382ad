/** Reads a dossier listing into ours: which date `start` is on each list, and its effect split into what it does and does not do. */
import { precisionOf, type SourcedDate } from '../dataset/dates.ts';
import type { Listing } from '../dataset/entity.ts';
import type { DossierListing } from './dossier.ts';

type DateKind = 'designated' | 'published' | 'effective';

/**
 * The dossier's `start` is whatever date a list is usually cited by. Which one, by list; the first pattern that fits
 * wins. The Entity List's is the day its rule took effect, OFAC's and the European lists' the day of designation.
 */
const startKinds: readonly { list: RegExp; kind: DateKind; note?: string }[] = [
  { list: /^Entity List/, kind: 'effective' },
  { list: /^(SDN List|NS-CMIC List|UK Sanctions List|EU )/, kind: 'designated' },
  {
    list: /^NDAA FY2019/,
    kind: 'designated',
    note: 'The designation date is the date of enactment of the law that names the company.',
  },
  {
    list: /^FTC /,
    kind: 'designated',
    note: 'The designation date is the date that the sources give for the order.',
  },
  {
    list: /order/i,
    kind: 'designated',
    note: 'The designation date is the date that the sources give for the order.',
  },
  { list: /./, kind: 'published' },
];

export function sourcedDate(value: string | null): SourcedDate | null {
  if (value === null) return null;
  const precision = precisionOf(value);
  if (!precision) throw new Error(`"${value}" is not a date`);
  return { value, precision };
}

export function listingDates(listing: DossierListing): Pick<Listing, 'dates' | 'dateNote'> {
  const rule = startKinds.find(({ list }) => list.test(listing.list));
  const dates: Listing['dates'] = {
    designated: null,
    published: null,
    effective: null,
    removed: sourcedDate(listing.end),
  };
  const start = sourcedDate(listing.start);
  if (rule && start) dates[rule.kind] = start;
  return rule?.note && start ? { dates, dateNote: rule.note } : { dates };
}

/** A clause that says what a listing leaves free. */
const limit =
  /^(?:it )?(?:does not|did not|is not|has no force|has no effect|leaves|takes effect only)\b|^not an? |\bnot a ban\b|\bmay (?:still|go on)\b/;

function sentence(clauses: readonly string[]): string {
  const [first = '', ...rest] = clauses.map((clause) => clause.trim().replace(/\.$/, ''));
  const subject = /^(?:does|did|is|has|leaves|takes)\b/.test(first)
    ? `It ${first}`
    : first.replace(/^not (?=an? )/, 'It is not ');
  const parts = [subject.charAt(0).toUpperCase() + subject.slice(1), ...rest];
  // What stood as a sentence of its own stays one.
  return `${parts.reduce((text, part) => text + (/^[A-Z][a-z]/.test(part) ? '. ' : '; ') + part)}.`;
}

/** Splits "does X; does not do Y" into its two halves, each a sentence. `doesNot` is null when no clause sets a limit. */
export function splitEffect(effect: string): Pick<Listing, 'does' | 'doesNot'> {
  const clauses = effect.split(/;\s+|(?<=[a-z])\.\s+(?=[A-Z])/);
  const does = clauses.filter((clause) => !limit.test(clause));
  const doesNot = clauses.filter((clause) => limit.test(clause));
  if (does.length === 0) return { does: sentence(clauses), doesNot: null };
  return { does: sentence(does), doesNot: doesNot.length ? sentence(doesNot) : null };
}
