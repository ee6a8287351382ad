/** Where an entity stood with governments on a day: which of a listing's dates count, and when the answer is "unknown". */
import { describe, expect, it } from 'vitest';
import type { Listing } from '../../../src/dataset/entity.ts';
import { listingStart, listingStateOn, standingNow } from '../../../src/dataset/standing.ts';

const day = (value: string) => ({ value, precision: 'day' }) as const;

type Part = Partial<Omit<Listing, 'dates'>> & { dates?: Partial<Listing['dates']> };

function listing(part: Part = {}): Listing {
  const { dates, ...rest } = part;
  return {
    id: 'l1',
    authority: 'US Department of the Treasury, Office of Foreign Assets Control',
    list: 'NS-CMIC List',
    status: 'listed',
    legalName: null,
    citation: null,
    does: 'Does something.',
    doesNot: null,
    reason: null,
    sources: ['s1'],
    ...rest,
    dates: { designated: null, published: null, effective: null, removed: null, ...dates },
  };
}

describe('listingStart', () => {
  it('counts from the earliest date, not from the day a limit begins to bite', () => {
    const early = day('2021-12-16');
    expect(listingStart(listing({ dates: { designated: early, effective: day('2022-02-14') } }))).toBe(early);
  });

  it('is null without any date', () => {
    expect(listingStart(listing())).toBeNull();
  });
});

describe('listingStateOn', () => {
  const dated = listing({ dates: { designated: day('2021-12-16'), effective: day('2022-02-14') } });
  it.each([
    ['2021-12-15', 'not-yet'],
    ['2021-12-20', 'in-force'],
  ])('on %s a listing of 16 December 2021 is %s', (on, state) => {
    expect(listingStateOn(dated, on)).toBe(state);
  });

  it('says unknown inside the span of a coarse date', () => {
    const coarse = listing({ dates: { designated: { value: '2021', precision: 'year' } } });
    expect(listingStateOn(coarse, '2021-06-01')).toBe('unknown');
    expect(listingStateOn(coarse, '2022-01-01')).toBe('in-force');
    expect(listingStateOn(coarse, '2020-12-31')).toBe('not-yet');
  });

  it('has ended from the day of removal on', () => {
    const removed = listing({
      status: 'removed',
      dates: { designated: day('2021-01-01'), removed: day('2024-03-05') },
    });
    expect(listingStateOn(removed, '2024-03-04')).toBe('in-force');
    expect(listingStateOn(removed, '2024-03-05')).toBe('ended');
  });
});

describe('standingNow', () => {
  it('tells listed, was listed and none apart', () => {
    expect(standingNow([])).toBe('none');
    expect(standingNow([listing({ status: 'proposed' })])).toBe('none');
    expect(standingNow([listing({ status: 'removed' })])).toBe('was-listed');
    expect(standingNow([listing({ status: 'removed' }), listing()])).toBe('listed');
  });
});
