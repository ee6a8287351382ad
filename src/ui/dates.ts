/** Dates as readers see them: never more precise than the source was. */
import { precisionOf, type DatePrecision, type SourcedDate } from '../dataset/dates.ts';
import type { RecordRelation } from '../dataset/records.ts';
import { dateLocale, t } from './translate.ts';

const fields: Record<DatePrecision, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
};
const formats = new Map<DatePrecision, Intl.DateTimeFormat>();

/** "4 November 2021", "November 2021" or "2021", by the date's precision. */
export function formatDate({ value, precision }: SourcedDate): string {
  let format = formats.get(precision);
  if (!format) {
    // The dataset's days are calendar days without a zone: read and written in UTC they stay the same day.
    // The calendar is that of the sources, also where a region counts by another.
    format = new Intl.DateTimeFormat(dateLocale(), {
      ...fields[precision],
      calendar: 'gregory',
      timeZone: 'UTC',
    });
    formats.set(precision, format);
  }
  const date = new Date(value);
  if (precision !== 'day' || date.getUTCDate() !== 1) return format.format(date);
  // "1er mars", "1º de março": Intl writes the first of a month as any other day.
  const parts = format.formatToParts(date);
  return parts
    .map(({ type, value: part }) => (type === 'day' ? t('locale.first_of_month', { day: part }) : part))
    .join('');
}

/** A plain `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else comes back as it is. */
export function formatDay(value: string): string {
  const precision = precisionOf(value);
  return precision ? formatDate({ value, precision }) : value;
}

/** "since 2019", "until May 2020", "2014 to 2019", "2022" for what began and ended in it; null when neither end is known. */
export function formatSpan(start: SourcedDate | null, end: SourcedDate | null): string | null {
  if (start && start.value === end?.value) return formatDate(start);
  if (start && end) return t('date.span', { start: formatDate(start), end: formatDate(end) });
  // Some languages want an article before a day and none before a month or year.
  if (start)
    return t(start.precision === 'day' ? 'date.since_day' : 'date.since', { start: formatDate(start) });
  if (end) return t(end.precision === 'day' ? 'date.until_day' : 'date.until', { end: formatDate(end) });
  return null;
}

/** What is done in one day and does not last. */
const moments: ReadonlySet<RecordRelation['type']> = new Set(['acquired', 'acquired-by', 'renamed-to']);

/** What a tie's dates say: of a purchase or a new name the day alone, of the old name that it held until then. */
export function formatTieSpan({
  type,
  start,
  end,
}: Pick<RecordRelation, 'type' | 'start' | 'end'>): string | null {
  if (!start || end) return formatSpan(start, end);
  if (type === 'formerly') return formatSpan(null, start);
  return moments.has(type) ? formatDate(start) : formatSpan(start, null);
}
