/** Records are fetched once, together, and again after a failure. */
import { describe, expect, it, vi } from 'vitest';
import { cardRecords } from '../../../src/content/card-records.ts';
import type { CardRecord } from '../../../src/dataset/records.ts';

const record = (id: string) => ({ id }) as CardRecord;

describe('cardRecords', () => {
  it('asks for each entity once, all in one message', async () => {
    const fetchCards = vi.fn((ids: string[]) => Promise.resolve(ids.map(record)));
    const records = cardRecords(fetchCards);
    records.want(['a', 'b', 'a']);
    records.want(['a']);
    expect(await records.load('b')).toEqual(record('b'));
    expect(fetchCards.mock.calls).toEqual([[['a', 'b']]]);
    expect(records.get('a')).toEqual(record('a'));
  });

  it('knows what has no card', async () => {
    const fetchCards = vi.fn(() => Promise.resolve([]));
    const records = cardRecords(fetchCards);
    expect(records.get('x')).toBeUndefined();
    expect(await records.load('x')).toBeNull();
    expect(records.get('x')).toBeNull();
    await records.load('x');
    expect(fetchCards).toHaveBeenCalledTimes(1);
  });

  it('asks again after the background did not answer', async () => {
    const fetchCards = vi.fn((ids: string[]) => Promise.resolve(ids.map(record)));
    fetchCards.mockImplementationOnce(() => Promise.reject(new Error('no receiving end')));
    const records = cardRecords(fetchCards);
    expect(await records.load('a')).toBeNull();
    expect(await records.load('a')).toEqual(record('a'));
  });

  it('does not ask a background that refuses again and again', async () => {
    const fetchCards = vi.fn(() => Promise.reject(new Error('no receiving end')));
    // Whoever hears of an arrival may want at once what is still not known.
    const onArrival = vi.fn(() => fetchCards.mock.calls.length < 9 && records.want(['a']));
    const records = cardRecords(fetchCards, onArrival);
    expect(await records.load('a')).toBeNull();
    expect(fetchCards).toHaveBeenCalledTimes(1);
    expect(onArrival).not.toHaveBeenCalled();
  });

  it('keeps messages within the protocol’s bound', async () => {
    const fetchCards = vi.fn((ids: string[]) => Promise.resolve(ids.map(record)));
    const records = cardRecords(fetchCards);
    records.want(Array.from({ length: 250 }, (_, n) => `e${n}`));
    await records.load('e249');
    expect(fetchCards.mock.calls.map(([ids]) => ids.length)).toEqual([100, 100, 50]);
  });
});
