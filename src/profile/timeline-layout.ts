/** Where events and listings stand on the drawn timeline. Pure. Places along the axis are percent of its width. */
import { scaleLinear } from 'd3-scale';
import { earliestDay, latestDay, type SourcedDate } from '../dataset/dates.ts';
import type { EntityEvent, Listing } from '../dataset/entity.ts';
import { listingEnd, listingStart, standingNow, type Standing } from '../dataset/standing.ts';

export interface Dot {
  event: EntityEvent;
  x: number;
  /** 0 at the axis; dots at about the same time stand above each other. */
  level: number;
  /** The source gave only a month or year: the dot stands in its middle. */
  isCoarse: boolean;
}

export interface Bar {
  listing: Listing;
  from: number;
  to: number;
  standing: Standing;
}

export interface TimelineLayout {
  ticks: { year: number; x: number }[];
  dots: Dot[];
  bars: Bar[];
  levels: number;
}

/** Dots nearer than this would touch on a narrow screen. */
const columnPercent = 3;
const edgePercent = 3;

function yearsOf(day: string): number {
  const start = Date.UTC(Number(day.slice(0, 4)), 0);
  const next = Date.UTC(Number(day.slice(0, 4)) + 1, 0);
  return Number(day.slice(0, 4)) + (Date.parse(day) - start) / (next - start);
}

function middle(date: SourcedDate): number {
  return (yearsOf(earliestDay(date)) + yearsOf(latestDay(date))) / 2;
}

/**
 * Null where there is too little to draw: fewer than three dated events and listings. `today` (YYYY-MM-DD) is where
 * listings end that are still in force; `direction` says on which side time begins.
 */
export function layOutTimeline(
  events: readonly EntityEvent[],
  listings: readonly Listing[],
  today: string,
  direction: 'ltr' | 'rtl',
): TimelineLayout | null {
  const dated = events.flatMap((event) =>
    event.date ? [{ event, at: middle(event.date), date: event.date }] : [],
  );
  const spans = listings.flatMap((listing) => {
    const start = listingStart(listing);
    if (!start || listing.status === 'proposed') return [];
    const end = listingEnd(listing);
    return [
      { listing, from: middle(start), to: end ? middle(end) : Math.max(yearsOf(today), middle(start)) },
    ];
  });
  if (dated.length + spans.length < 3) return null;
  const points = [...dated.map(({ at }) => at), ...spans.flatMap(({ from, to }) => [from, to])];
  const first = Math.floor(Math.min(...points));
  const last = Math.max(Math.ceil(Math.max(...points)), first + 1);
  const range = direction === 'ltr' ? [edgePercent, 100 - edgePercent] : [100 - edgePercent, edgePercent];
  const place = scaleLinear([first, last], range);
  const filled = new Map<number, number>();
  const dots = dated.map(({ event, at, date }): Dot => {
    const column = Math.round(place(at) / columnPercent);
    const level = filled.get(column) ?? 0;
    filled.set(column, level + 1);
    return { event, x: column * columnPercent, level, isCoarse: date.precision !== 'day' };
  });
  const bars = spans.map(({ listing, from, to }) => ({
    listing,
    from: place(from),
    to: place(to),
    standing: standingNow([listing]),
  }));
  const ticks = place
    .ticks(8)
    .filter(Number.isInteger)
    .map((year) => ({ year, x: place(year) }));
  return { ticks, dots, bars, levels: Math.max(0, ...filled.values()) };
}
