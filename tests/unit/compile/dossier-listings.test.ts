/** The two readings that the dossier's listings need: which date `start` is, and where an effect's limits begin. */
import { describe, expect, it } from 'vitest';
import { listingDates, splitEffect } from '../../../src/compile/dossier-listings.ts';
import { sampleDossier } from './sample-entities.ts';

const listing = (list: string) => ({
  ...sampleDossier().listings[0]!,
  list,
  start: '2024-03-05',
  end: '2025-12-30',
});
const start = { value: '2024-03-05', precision: 'day' };

describe('listingDates', () => {
  it.each([
    ['Entity List', 'effective'],
    ['SDN List (Belarus)', 'designated'],
    ['UK Sanctions List', 'designated'],
    ['Covered List', 'published'],
  ] as const)('reads the start on the %s as the day %s', (list, kind) => {
    const { dates } = listingDates(listing(list));
    expect(dates[kind]).toEqual(start);
    expect(Object.values(dates).filter(Boolean)).toHaveLength(2);
    expect(dates.removed).toEqual({ value: '2025-12-30', precision: 'day' });
  });

  it('says what the date of a law is', () => {
    expect(listingDates(listing('NDAA FY2019 Section 889 (federal procurement ban)')).dateNote).toContain(
      'enactment',
    );
  });
});

describe('splitEffect', () => {
  it.each([
    ['Blocks property; does not seize it.', 'Blocks property.', 'It does not seize it.'],
    ['Names it; not a general sanction.', 'Names it.', 'It is not a general sanction.'],
    ['Bars A and B.', 'Bars A and B.', null],
    [
      'No new models; old ones may go on being used. Models on sale may still be sold.',
      'No new models.',
      'Old ones may go on being used. Models on sale may still be sold.',
    ],
    [
      'All is blocked; foreign parties risk penalties; it does not ban business abroad.',
      'All is blocked; foreign parties risk penalties.',
      'It does not ban business abroad.',
    ],
  ])('splits “%s”', (effect, does, doesNot) => {
    expect(splitEffect(effect)).toEqual({ does, doesNot });
  });
});
