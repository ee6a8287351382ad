/** Dates as sources give them: a value together with how precise it is, never more precise than the source. */

export const datePrecisions = ['day', 'month', 'year'] as const;
export type DatePrecision = (typeof datePrecisions)[number];

/** The precision that an ISO 8601 calendar value of this shape has; null when it is no such value. */
export function precisionOf(value: string): DatePrecision | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return null;
  const [, year, month, day] = match;
  const full = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  // 2021-02-30 parses on some engines as 2 March: a date must survive the round trip.
  if (Number.isNaN(full.getTime()) || (day && !full.toISOString().startsWith(value))) return null;
  return day ? 'day' : month ? 'month' : 'year';
}

/** A calendar date: `{"value": "2021-11-04", "precision": "day"}`; `date-schema.ts` checks that the two agree. */
export interface SourcedDate {
  value: string;
  precision: DatePrecision;
}

/** The first day that the date can mean, as YYYY-MM-DD. */
export function earliestDay(date: SourcedDate): string {
  return date.value + '-01-01'.slice(date.value.length - 4);
}

/** The last day that the date can mean, as YYYY-MM-DD. */
export function latestDay(date: SourcedDate): string {
  if (date.precision === 'day') return date.value;
  if (date.precision === 'year') return `${date.value}-12-31`;
  const [year, month] = date.value.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Both as YYYY-MM-DD. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

const coarseness: Record<DatePrecision, number> = { day: 0, month: 1, year: 2 };

/** For sorting, oldest first: by the first day that a date can mean, a year before its January and a month before its first day. */
export function compareDates(one: SourcedDate, other: SourcedDate): number {
  const [day, otherDay] = [earliestDay(one), earliestDay(other)];
  if (day !== otherDay) return day < otherDay ? -1 : 1;
  return coarseness[other.precision] - coarseness[one.precision];
}
