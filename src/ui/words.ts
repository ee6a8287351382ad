/** Words for the dataset's closed lists, in the reader's language. */
import type { Entity, Listing } from '../dataset/entity.ts';
import type { RecordSource } from '../dataset/records.ts';
import { isOrder, listingStateNow, type Standing } from '../dataset/standing.ts';
import type {
  Category,
  EntityKind,
  EventType,
  ListingStatus,
  NameType,
  RelationType,
  SourceKind,
} from '../dataset/vocabulary.ts';
import { formatDate } from './dates.ts';
import { dateLocale, t, tn, type MessageKey } from './translate.ts';

type Underscored<Word extends string> = Word extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Word;

/** Message names may hold no hyphen, so `state-body` is kept under `state_body`. */
function word<Group extends string, Word extends string>(
  group: Group,
  value: Word,
): `${Group}.${Underscored<Word>}` {
  return `${group}.${value.replaceAll('-', '_')}` as `${Group}.${Underscored<Word>}`;
}

export const kindWord = (kind: EntityKind) => t(word('kind', kind));
export const categoryWord = (category: Category) => t(word('category', category));
/** A whole phrase, where it is not known what the standing comes from: "Under a government listing or order now". */
export const standingWord = (standing: Standing) => t(word('standing', standing));
/** By what is in force, with its number where that is several ("Under 7 government listings now"), or only proposed. */
export function standingHeadline(standing: Standing, listings: readonly Listing[]): string {
  // "None known" above a proposed one would deny what stands below.
  if (standing === 'none' && listings.length > 0) return t('standing_proposed');
  const inForce = listings.filter((listing) => listingStateNow(listing) === 'in-force');
  if (inForce.length === 0) return standingWord(standing);
  const hasOrder = inForce.some(isOrder);
  if (inForce.length === 1) return t(hasOrder ? 'standing_one.order' : 'standing_one.listing');
  return tn(hasOrder ? 'standing_measures' : 'standing_listings', inForce.length);
}
/** For tight places: "Listing or order". */
export const standingShortWord = (standing: Standing) => t(word('standing_short', standing));
export const listingStatusWord = (status: ListingStatus) => t(word('listing_status', status));
export const eventTypeWord = (type: EventType) => t(word('event_type', type));
/** What the day is called on which it was decided: an order designates nobody. */
export const decidedWord = (listing: Listing) =>
  t(isOrder(listing) ? 'profile.date.ordered' : 'profile.date.designated');
/** Reads as a label before the other party: "Owned by". */
export const relationTypeWord = (type: RelationType) => t(word('relation_type', type));
export const sourceKindWord = (kind: SourceKind) => t(word('source_kind', kind));
export const nameTypeWord = (type: NameType) => t(word('name_type', type));
export const operatingStatusWord = (status: NonNullable<Entity['operatingStatus']>) =>
  t(word('operating_status', status) satisfies MessageKey);

let regions: Intl.DisplayNames | undefined;

/** A country's name from its ISO 3166-1 alpha-2 code; the code itself where the browser knows no name. */
export function countryName(code: string): string {
  regions ??= new Intl.DisplayNames([dateLocale()], { type: 'region' });
  return regions.of(code) ?? code;
}

type Printed = Pick<RecordSource, 'publisher' | 'stateMedia'>;

/** Of a source that a state's outlet printed: "state media: Russia"; null for all others. */
export function stateMediaWord({ stateMedia }: Printed): string | null {
  return stateMedia === undefined ? null : t('state_media.label', { country: countryName(stateMedia) });
}

/** What is said of a source behind its publisher: whose outlet it is if a state's, when it was published, of what kind it is. */
export function sourceNotes(source: RecordSource): string[] {
  const stateMedia = stateMediaWord(source);
  return [
    ...(stateMedia === null ? [] : [stateMedia]),
    source.published ? formatDate(source.published) : t('date.undated'),
    sourceKindWord(source.kind),
  ];
}

/** The publisher in a plain text, with what has to be said of it: "TASS (state media: Russia)". */
export function publisherText(source: Printed): string {
  const note = stateMediaWord(source);
  return note === null ? source.publisher : `${source.publisher} (${note})`;
}
