/** Where events and listings stand on the drawn timeline. */
import { describe, expect, test } from 'vitest';
import type { EntityEvent, Listing } from '../../../src/dataset/entity.ts';
import { layOutTimeline } from '../../../src/profile/timeline-layout.ts';

const event = (id: string, value: string | null): EntityEvent => ({
  id,
  type: 'other',
  text: id,
  sources: ['s1'],
  date:
    value === null
      ? null
      : { value, precision: value.length === 10 ? 'day' : value.length === 7 ? 'month' : 'year' },
});
const listing = (
  id: string,
  start: string | null,
  removed: string | null,
  status: Listing['status'] = 'listed',
) =>
  ({
    id,
    status,
    dates: {
      designated: null,
      published: start && { value: start, precision: 'day' },
      effective: null,
      removed: removed && { value: removed, precision: 'day' },
    },
  }) as Listing;
const three = [event('e1', '2018-01-01'), event('e2', '2019-07'), event('e3', '2021')];
const layOut = (events: EntityEvent[], listings: Listing[] = [], direction: 'ltr' | 'rtl' = 'ltr') =>
  layOutTimeline(events, listings, '2026-11-21', direction);

test('too little to draw is not drawn', () => {
  expect(layOut([event('e1', '2018'), event('e2', '2019'), event('e3', null)])).toBeNull();
  expect(layOut(three)).not.toBeNull();
});

test('time runs with the direction of reading', () => {
  const places = layOut(three)!.dots.map(({ x }) => x);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  const mirrored = layOut(three, [], 'rtl')!.dots.map(({ x }) => x);
  expect(mirrored).toEqual([...mirrored].sort((a, b) => b - a));
});

test('a date of a month or year is drawn in its middle and told apart', () => {
  const { dots, ticks } = layOut(three)!;
  expect(dots.map(({ isCoarse }) => isCoarse)).toEqual([false, true, true]);
  const year = (y: number) => ticks.find((tick) => tick.year === y)!.x;
  expect(dots[2]!.x).toBeGreaterThan(year(2021));
  expect(dots[2]!.x).toBeLessThanOrEqual(100);
});

test('events of one day stand above each other', () => {
  const { dots, levels } = layOut([...three, event('e4', '2018-01-01'), event('e5', '2018-01-02')])!;
  const first = dots.filter(({ x }) => x === dots[0]!.x);
  expect(first.map(({ level }) => level)).toEqual([0, 1, 2]);
  expect(levels).toBe(3);
});

describe('listings', () => {
  test('last until they are removed, or until today', () => {
    const { bars } = layOut(three, [
      listing('l1', '2019-01-01', '2020-01-01'),
      listing('l2', '2020-01-01', null),
    ])!;
    expect(bars[0]!.to).toBeCloseTo(bars[1]!.from);
    expect(bars[1]!.to).toBeGreaterThan(90);
    expect(bars.map(({ standing }) => standing)).toEqual(['listed', 'listed']);
  });
  test('go on where only part of one was removed', () => {
    const { bars } = layOut(three, [listing('l1', '2019-01-01', '2020-01-01', 'partially-removed')])!;
    expect(bars[0]!.to).toBeGreaterThan(90);
  });
  test('without a start, or only proposed, are not drawn', () => {
    const { bars } = layOut(three, [
      listing('l1', null, null),
      listing('l2', '2020-01-01', null, 'proposed'),
    ])!;
    expect(bars).toEqual([]);
  });
});
