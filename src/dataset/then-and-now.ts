/** What held for an entity on the day an article came out, what happened since, and what of it is most telling. Pure. */
import { compareDates, daysBefore, earliestDay, latestDay, type SourcedDate } from './dates.ts';
import type { Listing } from './entity.ts';
import { ownerTypes } from './owner-types.ts';
import type { CardRecord, RecordEvent } from './records.ts';
import {
  isOrder,
  isRegional,
  listingEnd,
  listingStart,
  listingStateOn,
  type ListingState,
} from './standing.ts';
import type { EventType, RelationType } from './vocabulary.ts';

/** One listing as it stood on the article's day. */
export interface ListingThen {
  listing: Listing;
  state: ListingState;
}

/**
 * One dated change: a listing that began or ended, or an event. `date` is its own, as precise as its source. `told` is
 * the event that tells of the listing what it does not say itself, to be shown with it: what is said against it, or what an
 * order demands.
 */
export type Change =
  | {
      kind: 'listed' | 'delisted';
      date: SourcedDate;
      listing: Listing;
      told: RecordEvent | null;
      sources: string[];
    }
  | { kind: 'event'; date: SourcedDate; event: RecordEvent; sources: string[] };

export interface ThenAndNow {
  /** Every listing that has something to say about that day; without a date of the article, none. */
  then: ListingThen[];
  /** Surely after the article, most telling first, to choose from; without a date of the article, of any time. */
  since: Change[];
  /**
   * Surely before the article, most telling first. Of the entity's own listings, of which `then` tells, only those against
   * which something is said: `then` has no room for that.
   */
  before: Change[];
  /** The change or the article is dated so coarsely that before or after is not known. Newest first. */
  around: Change[];
}

type PartOfRecord = Pick<CardRecord, 'listings' | 'events'> & {
  relations: readonly { type: RelationType }[];
};

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

/** What it bought says what it grew into, and not whose it is: less than what was found out about it and what it sold. */
const purchaseRank = 7.5;
/** A bid that a change of owner overtook says less than anything else: its outcome is told. */
const overtakenBidRank = 9;
/** From this rank on a change comes behind the second of each kind: a plea of guilty is told before the firm's founding. */
const waitingRank = tellingness.other;
/** A bid that ended what was pending when the article came out tells its reader as much as a change of owner. */
const bidOutcomeRank = 0.5;
/** Talks reported up to this long before the article are taken as still open on its day. */
const openBidDays = 365;

/**
 * `published` is the article's own date or null; `today` is YYYY-MM-DD, and nothing dated later is reported. The article
 * may have a later date: half the world is a day ahead of the reader for part of the day.
 *
 * Order of `since`: the first change of each rank, by rank; then the second of each, and so on, where what is of no kind
 * and overtaken bids wait for the second. So one busy kind (ten rulings) cannot push out the single change of owner or the
 * end of the talks that the article was about. Within a rank, its own listings come before those of its people and
 * companies, then events that the dataset calls telling, then the newest.
 */
export function thenAndNow(record: PartOfRecord, published: SourcedDate | null, today: string): ThenAndNow {
  const changes = changesOf(record).filter((change) => earliestDay(change.date) <= today);
  // One that has no owner was, as a rule, the buyer in its acquisitions.
  const isOwned = record.relations.some(({ type }) => ownerTypes.has(type));
  if (!published) return { then: [], since: rank(changes, isOwned, () => false), before: [], around: [] };
  const day = latestDay(published);
  const since = changes.filter((change) => earliestDay(change.date) > day);
  const isBidOutcome = bidOutcomeTest(changes, since, published);
  return {
    then: listingsThen(record.listings, published),
    since: rank(since, isOwned, isBidOutcome),
    before: rank(
      changes.filter(
        (change) =>
          (change.kind === 'event' || change.told?.contested) &&
          latestDay(change.date) < earliestDay(published),
      ),
      isOwned,
      () => false,
    ),
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
    const end = listingEnd(listing);
    const change = (kind: 'listed' | 'delisted', date: SourcedDate) => ({
      kind,
      date,
      listing,
      told: null as RecordEvent | null,
      sources: listing.sources,
    });
    return [...(start ? [change('listed', start)] : []), ...(end ? [change('delisted', end)] : [])];
  });
  const merged = new Set<Change>();
  const events = record.events.flatMap((event): Change[] => {
    const { date, sources } = event;
    if (!date) return [];
    const listing = listingChanges.find(
      (change) => !merged.has(change) && isToldBy(change, event) && isOverlapping(change.date, date),
    );
    if (!listing) return [{ kind: 'event', date, event, sources }];
    // It says again what the listing says better, with citation and effect; a second event of that day is another matter.
    merged.add(listing);
    if (event.contested || isOrder(listing.listing)) {
      listing.told = event;
      listing.sources = [...new Set([...listing.sources, ...sources])];
    }
    return [];
  });
  return [...listingChanges, ...events];
}

function isToldBy(
  { kind, listing }: { kind: 'listed' | 'delisted'; listing: Listing },
  event: RecordEvent,
): boolean {
  if (kind === 'delisted') return event.type === 'delisting';
  return event.type === 'listing' || (event.type === 'settlement' && isOrder(listing));
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

function rankOf(change: Change, isOwned: boolean): number {
  // What a part of a country bans is a policy beside what countries do.
  if (change.kind !== 'event') return isRegional(change.listing) ? tellingness.policy : tellingness.listing;
  const { type } = change.event;
  return type === 'acquisition' && !isOwned ? purchaseRank : tellingness[type];
}

function rank(
  changes: readonly Change[],
  isOwned: boolean,
  isBidOutcome: (change: Change) => boolean,
): Change[] {
  const newest = [...changes].sort(newestFirst);
  const newOwner = newest.find((change) => rankOf(change, isOwned) === tellingness.ownership);
  const isOvertaken = (change: Change) =>
    isBid(change) && newOwner !== undefined && latestDay(change.date) < earliestDay(newOwner.date);
  const valueOf = (change: Change) => {
    if (isBidOutcome(change)) return bidOutcomeRank;
    return isOvertaken(change) ? overtakenBidRank : rankOf(change, isOwned);
  };
  const foremost = newest.toSorted((a, b) => precedence(a) - precedence(b));
  return [...Map.groupBy(foremost, valueOf)]
    .flatMap(([value, group]) =>
      group.map((change, place) => {
        const isWaiting = value >= waitingRank && !isTelling(change);
        return { change, value, round: isWaiting ? place + 1 : place };
      }),
    )
    .sort((a, b) => a.round - b.round || a.value - b.value)
    .map(({ change }) => change);
}

/** Within a rank. Events of listings that are left are of its people and companies, or announce what the listing says. */
function precedence(change: Change): number {
  if (change.kind !== 'event') return isRegional(change.listing) ? 2 : 0;
  return isTelling(change) ? 1 : 2;
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
