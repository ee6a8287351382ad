/** The rule source-address-date: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import type { SourcedDate } from '../../../src/dataset/dates.ts';
import { sourceAddressDate } from '../../../src/compile/rules/source-address-date.ts';
import { fieldsOf } from './check-rule.ts';
import { sampleSource } from '../../unit/compile/sample-entities.ts';

const at = (path: string, published: SourcedDate | null) =>
  fieldsOf(sourceAddressDate, { sources: [sampleSource('s1', { url: `https://example.org/${path}`, published })] });
const day = (value: string): SourcedDate => ({ value, precision: 'day' });
const at1 = ['sources.s1.published'];

it('catches a page that is older than the day or month in its address', () => {
  expect(at('2019/12/30/how-it-works/', day('2019-07-11'))).toEqual(at1);
  expect(at('news/2021/nov/15/social-media', day('2021-09-21'))).toEqual(at1);
  expect(at('2021/01/phones.html', day('2020-12-23'))).toEqual(at1);
  expect(at('2021/01/phones.html', { value: '2020-11', precision: 'month' })).toEqual(at1);
  expect(at('2021/02/phones.html', { value: '2020', precision: 'year' })).toEqual(at1);
});

it.each(['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'])('knows %s in an address', (month) => {
  const number = new Date(`1 ${month} 2021`).getMonth() + 1;
  const first = `2021-${String(number).padStart(2, '0')}-01`;
  expect(at(`2021/${month}/31/page`, day(first))).toEqual(at1);
  expect(at(`2021/${month}/01/page`, day(first))).toEqual([]);
  expect(at(`2021/${month}/page`, day(first))).toEqual([]);
});

it('lets through the same day, a day of difference between time zones, and a later page', () => {
  expect(at('2019/12/30/how-it-works/', day('2019-12-30'))).toEqual([]);
  expect(at('2019/12/30/how-it-works/', day('2019-12-29'))).toEqual([]);
  expect(at('2019/12/30/how-it-works/', day('2019-12-28'))).toEqual(at1);
  expect(at('2022/06/what-is-fog', day('2022-08-31'))).toEqual([]);
  expect(at('2021/01/phones.html', { value: '2021', precision: 'year' })).toEqual([]);
  expect(at('2021/01/phones.html', null)).toEqual([]);
});

it('lets through numbers in an address that are no date', () => {
  expect(at('ewca/civ/2012/7', day('2012-01-24'))).toEqual([]);
  expect(at('2019/15/gallagher', day('2018-08-01'))).toEqual([]);
  for (const no of ['2019/13', '2019/00', '2019/01/00', '2019/01/32']) expect(at(`${no}/page`, day('2018-08-01')), no).toEqual([]);
  expect(at('2019/abc/page', day('2018-08-01'))).toEqual([]);
});
