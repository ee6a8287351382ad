/** Every word of the dataset's lists has a text, and dates are written as precise as they are. */
import './english.ts';
import { describe, expect, test } from 'vitest';
import * as vocabulary from '../../../src/dataset/vocabulary.ts';
import { formatDate, formatDay, formatSpan, formatTieSpan } from '../../../src/ui/dates.ts';
import * as words from '../../../src/ui/words.ts';
import { sampleListing } from '../compile/sample-entities.ts';

describe('words', () => {
  const lists: [string, readonly string[], (value: never) => string][] = [
    ['kinds', vocabulary.entityKinds, words.kindWord],
    ['categories', vocabulary.categories, words.categoryWord],
    ['listing statuses', vocabulary.listingStatuses, words.listingStatusWord],
    ['event types', vocabulary.eventTypes, words.eventTypeWord],
    ['relation types', vocabulary.relationTypes, words.relationTypeWord],
    ['source kinds', vocabulary.sourceKinds, words.sourceKindWord],
    ['name types', vocabulary.nameTypes, words.nameTypeWord],
    ['standings', ['listed', 'was-listed', 'none'], words.standingWord],
    ['short standings', ['listed', 'was-listed', 'none'], words.standingShortWord],
    [
      'operating statuses',
      ['active', 'acquired', 'renamed', 'defunct', 'unknown'],
      words.operatingStatusWord,
    ],
  ];
  test.each(lists)('all %s have a text of their own', (_, values, toWord) => {
    const texts = values.map((value) => toWord(value as never));
    expect(texts.filter((text) => !text)).toEqual([]);
    expect(new Set(texts).size).toBe(values.length);
  });

  test('a country is named, an unknown code stays', () => {
    expect(words.countryName('IL')).toBe('Israel');
    expect(words.countryName('QQ')).toBe('QQ');
  });
});

test('the headline of one that is only proposed for a list does not deny what stands below it', () => {
  const proposed = sampleListing({ status: 'proposed' });
  expect(words.standingHeadline('none', [])).toBe('No government listing known to us');
  expect(words.standingHeadline('none', [proposed])).toMatch(/^A government listing or order is proposed/);
  expect(words.standingHeadline('was-listed', [sampleListing({ status: 'removed' }), proposed])).toBe(
    'Was under a government listing',
  );
});

test('the headline calls an order an order: whom the FTC binds by one stands on no list', () => {
  const listing = sampleListing();
  const order = sampleListing({ id: 'l2', list: 'FTC consent order' });
  expect(words.standingHeadline('listed', [listing])).toBe('Under a government listing now');
  expect(words.standingHeadline('listed', [listing, listing])).toBe('Under 2 government listings now');
  expect(words.standingHeadline('listed', [order])).toBe('Under a government order now');
  expect(words.standingHeadline('listed', [listing, order])).toBe(
    'Under 2 government listings and orders now',
  );
  expect(words.standingHeadline('listed', [])).toBe('Under a government listing or order now');
});

describe('dates', () => {
  test('are as precise as they were given', () => {
    expect(formatDate({ value: '2021-11-04', precision: 'day' })).toBe('4 November 2021');
    expect(formatDate({ value: '2021-11', precision: 'month' })).toBe('November 2021');
    expect(formatDate({ value: '2021', precision: 'year' })).toBe('2021');
    expect(formatDay('2022-06-28')).toBe('28 June 2022');
    expect(formatDay('soon')).toBe('soon');
  });
  test('spans say which end is known', () => {
    const start = { value: '2014', precision: 'year' } as const;
    const end = { value: '2019-02', precision: 'month' } as const;
    expect(formatSpan(start, end)).toBe('2014 to February 2019');
    expect(formatSpan(start, null)).toBe('since 2014');
    expect(formatSpan(null, end)).toBe('until February 2019');
    expect(formatSpan(null, null)).toBeNull();
    expect(formatSpan(start, { ...start })).toBe('2014');
  });
  test('a purchase has its day, and a span where it was undone', () => {
    const start = { value: '2014', precision: 'year' } as const;
    const end = { value: '2019-02', precision: 'month' } as const;
    expect(formatTieSpan({ type: 'acquired-by', start, end: null })).toBe('2014');
    expect(formatTieSpan({ type: 'acquired-by', start, end })).toBe('2014 to February 2019');
    expect(formatTieSpan({ type: 'subsidiary-of', start, end: null })).toBe('since 2014');
  });
  test('a new name has its day, and the old one held until then', () => {
    const start = { value: '2019', precision: 'year' } as const;
    expect(formatTieSpan({ type: 'renamed-to', start, end: null })).toBe('2019');
    expect(formatTieSpan({ type: 'formerly', start, end: null })).toBe('until 2019');
  });
});
