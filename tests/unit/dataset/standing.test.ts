/** Where an entity stood with governments on a day: which of a listing's dates count, and when the answer is "unknown". */
import { describe, expect, it } from 'vitest';
import type { Listing } from '../../../src/dataset/entity.ts';
import { canBeListed, listingStart, listingStateOn, standingNow } from '../../../src/dataset/standing.ts';
import { entityKinds } from '../../../src/dataset/vocabulary.ts';

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

  it.each(['designated', 'published', 'effective'] as const)(
    'is the day %s where that was first',
    (first) => {
      const late = day('2022-02-14');
      const dates = { designated: late, published: late, effective: late, [first]: day('2021-12-16') };
      expect(listingStart(listing({ dates }))).toEqual(day('2021-12-16'));
    },
  );

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

  it('goes on where only part of it was removed', () => {
    const partly = listing({
      status: 'partially-removed',
      dates: { designated: day('2021-01-01'), removed: day('2024-03-05') },
    });
    expect(listingStateOn(partly, '2024-03-06')).toBe('in-force');
  });

  it('says unknown of one that was suspended on a day not known, and that it ended from the day that is', () => {
    const designated = day('2021-01-01');
    expect(listingStateOn(listing({ status: 'suspended', dates: { designated } }), '2024-03-06')).toBe(
      'unknown',
    );
    const suspended = listing({ status: 'suspended', dates: { designated, removed: day('2024-03-05') } });
    expect(listingStateOn(suspended, '2024-03-04')).toBe('in-force');
    expect(listingStateOn(suspended, '2024-03-05')).toBe('ended');
  });

  it('says unknown inside the span of a coarse date of removal', () => {
    const removed = listing({
      status: 'removed',
      dates: { designated: day('2021-01-01'), removed: { value: '2024-03', precision: 'month' } },
    });
    expect(
      ['2024-02-29', '2024-03-01', '2024-03-30', '2024-03-31'].map((on) => listingStateOn(removed, on)),
    ).toEqual(['in-force', 'unknown', 'unknown', 'ended']);
  });

  it('has a proposal stand as one from the day on which it was surely made', () => {
    const proposed = listing({
      status: 'proposed',
      dates: { published: { value: '2026-05', precision: 'month' } },
    });
    expect(['2026-04-30', '2026-05-01', '2026-05-31'].map((on) => listingStateOn(proposed, on))).toEqual([
      'not-yet',
      'unknown',
      'proposed',
    ]);
    expect(listingStateOn(listing({ status: 'proposed' }), '2026-05-31')).toBe('proposed');
  });
});

describe('standingNow', () => {
  it('tells listed, was listed and none apart', () => {
    expect(standingNow([])).toBe('none');
    expect(standingNow([listing({ status: 'proposed' })])).toBe('none');
    expect(standingNow([listing({ status: 'removed' })])).toBe('was-listed');
    expect(standingNow([listing({ status: 'suspended' })])).toBe('was-listed');
    expect(standingNow([listing({ status: 'partially-removed' })])).toBe('listed');
    expect(standingNow([listing({ status: 'removed' }), listing()])).toBe('listed');
  });
});

describe('canBeListed', () => {
  it('is true of all that a government can list', () => {
    expect(entityKinds.filter(canBeListed)).toEqual([
      'company',
      'product',
      'person',
      'investor',
      'state-body',
    ]);
  });
});
