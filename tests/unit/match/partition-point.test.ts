/** Every list that is cut in two somewhere, searched in every range of it. */
import { expect, it } from 'vitest';
import { partitionPoint } from '../../../src/match/partition-point.ts';

const counts = [0, 1, 2, 3, 4, 5, 6, 7];

it.each(counts)('finds how many of %i items fulfil a condition, and asks of none twice', (count) => {
  const items = counts.slice(0, count);
  for (let cut = 0; cut <= count; cut++) {
    const asked: number[] = [];
    const found = partitionPoint(items, (item) => {
      asked.push(item);
      return item < cut;
    });
    expect([found, asked.length]).toEqual([cut, new Set(asked).size]);
    expect(asked.length).toBeLessThanOrEqual(Math.ceil(Math.log2(count + 1)));
  }
});

it('keeps to a range: what lies before it counts as fulfilling, what lies behind it as not', () => {
  for (const low of counts)
    for (const high of counts.slice(low))
      for (const cut of counts) {
        const asked: number[] = [];
        const found = partitionPoint(
          counts,
          (item) => {
            asked.push(item);
            return item < cut;
          },
          low,
          high,
        );
        expect(found).toBe(Math.min(Math.max(cut, low), high));
        expect(asked.filter((item) => item < low || item >= high)).toEqual([]);
      }
});
