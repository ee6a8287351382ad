/** Rule: a page is not older than its own address. */
import { daysBefore, latestDay } from '../../dataset/dates.ts';
import { entityRule } from './rule.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The first day of the month or day in addresses such as “/2021/11/15/” and “/2021/nov/15/”. */
function addressDay(url: string): string | null {
  const [, year, month = '', day = '01'] = /\/(20\d\d)\/(\d\d|[a-z]{3})(?:\/(\d\d))?\//.exec(url) ?? [];
  const number = months.includes(month) ? months.indexOf(month) + 1 : Number(month);
  const isDay = year !== undefined && number >= 1 && number <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isDay ? `${year}-${String(number).padStart(2, '0')}-${day}` : null;
}

export const sourceAddressDate = entityRule(
  'source-address-date',
  'A page whose address carries a day or month was not published before it: the date of an original is not that of its copy.',
  function* (entity) {
    for (const { id, url, published } of entity.sources) {
      const day = addressDay(url);
      // Where an outlet sits east of its reporter, the address may be a day ahead.
      if (day !== null && published !== null && latestDay(published) < daysBefore(day, 1))
        yield [
          `sources.${id}.published`,
          `${published.value} is before ${day}, which stands in the address: give the page’s own date`,
        ];
    }
  },
);
