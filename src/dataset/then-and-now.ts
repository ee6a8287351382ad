/** What held for an entity on the day an article came out, what happened since, and what of it is most telling. Pure. */
import { compareDates, daysBefore, earliestDay, latestDay, type SourcedDate } from './dates.ts';
import type { Listing } from './entity.ts';
import type { CardRecord, RecordEvent } from './records.ts';
import { listingStart, listingStateOn, type ListingState } from './standing.ts';
import type { EventType } from './vocabulary.ts';

/** One listing as it stood on the article's day. */
export interface ListingThen {
  listing: Listing;
  state: ListingState;
}

/**
 * One dated change: a listing that began or ended, or an event. `date` is its own, as precise as its source. `contested` is
 * the event that tells of the listing with what is said against it, to be shown with it.
 */
export type Change =
  | {
      kind: 'listed' | 'delisted';
      date: SourcedDate;
      listing: Listing;
      contested: RecordEvent | null;
      sources: string[];
    }
  | { kind: 'event'; date: SourcedDate; event: RecordEvent; sources: string[] };

export interface ThenAndNow {
  /** Every listing that has something to say about that day; without a date of the article, none. */
  then: ListingThen[];
  /** Surely after the article, most telling first, to choose from; without a date of the article, of any time. */
  since: Change[];
  /** The change or the article is dated so coarsely that before or after is not known. Newest first. */
  around: Change[];
}

type PartOfRecord = Pick<CardRecord, 'listings' | 'events'>;

/** Lower is more telling: who owns it and what governments did come before what it sold. */
const tellingness: Record<EventType, number> = {
  acquisition: 0,
  ownership: 0,
  listing: 1,
  delisting: 1,
  ruling: 2,
  settlement: 2,
  enforcement: 2,
  closure: 3,
  bid: 3,
  rename: 4,
  policy: 5,
  lawsuit: 5,
  breach: 6,
  expose: 6,
  export: 7,
  contract: 7,
  other: 8,
};

/** A bid that a change of owner overtook says less than anything else: its outcome is told. */
const overtakenBidRank = 9;
/** A bid that ended what was pending when the article came out tells its reader as much as a change of owner. */
const bidOutcomeRank = 0.5;
/** Talks reported up to this long before the article are taken as still open on its day. */
const openBidDays = 365;

/**
 * `published` is the article's own date or null; `today` is YYYY-MM-DD, and nothing dated later is reported. The article
 * may have a later date: half the world is a day ahead of the reader for part of the day.
 *
 * Order of `since`: the first change of each rank, by rank; then the second of each, and so on. So one busy kind (ten
 * rulings) cannot push out the single change of owner or the end of the talks that the article was about. Within a rank,
 * events that the dataset calls telling come first, then the newest.
 */
export function thenAndNow(record: PartOfRecord, published: SourcedDate | null, today: string): ThenAndNow {
  const changes = changesOf(record).filter((change) => earliestDay(change.date) <= today);
  if (!published) return { then: [], since: rank(changes, () => false), around: [] };
  const day = latestDay(published);
  const since = changes.filter((change) => earliestDay(change.date) > day);
  const isBidOutcome = bidOutcomeTest(changes, since, published);
  return {
    then: listingsThen(record.listings, published),
    since: rank(since, isBidOutcome),
    around: inOrderOfTime(
      changes.filter(
        (change) => earliestDay(change.date) <= day && latestDay(change.date) > earliestDay(published),
      ),
    ),
  };
}

/** A listing's state is only said where the whole span that the article's date can mean gives the same one. */
function listingsThen(listings: readonly Listing[], published: SourcedDate): ListingThen[] {
  return listings.flatMap((listing) => {
    const state = listingStateOn(listing, earliestDay(published));
    const isSure = state === listingStateOn(listing, latestDay(published));
    return state === 'not-yet' && isSure ? [] : [{ listing, state: isSure ? state : ('unknown' as const) }];
  });
}

function changesOf(record: PartOfRecord): Change[] {
  const listingChanges = record.listings.flatMap((listing) => {
    const start = listing.status === 'proposed' ? null : listingStart(listing);
    const end = listing.dates.removed;
    const change = (kind: 'listed' | 'delisted', date: SourcedDate) => ({
      kind,
      date,
      listing,
      contested: null as RecordEvent | null,
      sources: listing.sources,
    });
    return [...(start ? [change('listed', start)] : []), ...(end ? [change('delisted', end)] : [])];
  });
  const told = new Set<Change>();
  const events = record.events.flatMap((event): Change[] => {
    const { date, sources } = event;
    if (!date) return [];
    const listing = listingChanges.find(
      (change) => !told.has(change) && kindOf(event) === change.kind && isOverlapping(change.date, date),
    );
    if (!listing) return [{ kind: 'event', date, event, sources }];
    // It says again what the listing says better, with citation and effect; a second event of that day is another matter.
    told.add(listing);
    if (event.contested) {
      listing.contested = event;
      listing.sources = [...new Set([...listing.sources, ...sources])];
    }
    return [];
  });
  return [...listingChanges, ...events];
}

function kindOf({ type }: RecordEvent): 'listed' | 'delisted' | null {
  return type === 'listing' ? 'listed' : type === 'delisting' ? 'delisted' : null;
}

function isOverlapping(a: SourcedDate, b: SourcedDate): boolean {
  return earliestDay(a) <= latestDay(b) && earliestDay(b) <= latestDay(a);
}

/** Tells the first bid events after the article when talks had been reported in the year before it: their outcome. */
function bidOutcomeTest(
  all: readonly Change[],
  since: readonly Change[],
  published: SourcedDate,
): (change: Change) => boolean {
  const opened = daysBefore(earliestDay(published), openBidDays);
  const wasOpen = all.some(
    (change) => isBid(change) && !since.includes(change) && latestDay(change.date) >= opened,
  );
  const first = wasOpen ? since.filter(isBid).sort(newestFirst).at(-1) : undefined;
  return (change) => first !== undefined && isBid(change) && newestFirst(change, first) === 0;
}

function isBid(change: Change): boolean {
  return change.kind === 'event' && change.event.type === 'bid';
}

function rankOf(change: Change): number {
  return change.kind === 'event' ? tellingness[change.event.type] : tellingness.listing;
}

function rank(changes: readonly Change[], isBidOutcome: (change: Change) => boolean): Change[] {
  const newest = [...changes].sort(newestFirst);
  const newOwner = newest.find((change) => rankOf(change) === tellingness.ownership);
  const isOvertaken = (change: Change) =>
    isBid(change) && newOwner !== undefined && latestDay(change.date) < earliestDay(newOwner.date);
  const tellingFirst = newest.toSorted((a, b) => Number(isTelling(b)) - Number(isTelling(a)));
  const byRank = Map.groupBy(tellingFirst, (change) => {
    if (isBidOutcome(change)) return bidOutcomeRank;
    return isOvertaken(change) ? overtakenBidRank : rankOf(change);
  });
  return [...byRank]
    .flatMap(([value, group]) => group.map((change, round) => ({ change, round, value })))
    .sort((a, b) => a.round - b.round || a.value - b.value)
    .map(({ change }) => change);
}

function isTelling(change: Change): boolean {
  return change.kind === 'event' && change.event.telling === true;
}

/**
 * For reading: by date alone, newest first. A month stands behind the days in it, a year behind all that happened in it;
 * two of one date stay as they were.
 */
export function inOrderOfTime(changes: readonly Change[]): Change[] {
  return changes.toSorted((a, b) => compareDates(b.date, a.date));
}

/** By the first day that a date can mean: "October 2025" does not come before 29 October, on which the case went on. */
function newestFirst(a: Change, b: Change): number {
  const [dayA, dayB] = [earliestDay(a.date), earliestDay(b.date)];
  return dayA < dayB ? 1 : dayA > dayB ? -1 : 0;
}
