/** Records are fetched once, together, and again after a failure. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCardRecords } from '../../../src/content/card-records.ts';
import { retryMs } from '../../../src/content/retry.ts';
import type { CardRecord } from '../../../src/dataset/records.ts';

const record = (id: string) => ({ id }) as CardRecord;
const noAnswer = () => Promise.reject(new Error('no receiving end'));

let ending: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  ending = new AbortController();
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

describe('the card records of a page', () => {
  it('asks for each entity once, all in one message', async () => {
    const fetchCards = vi.fn((ids: string[]) => Promise.resolve(ids.map(record)));
    const records = createCardRecords(fetchCards, ending.signal);
    records.want(['a', 'b', 'a']);
    records.want(['a']);
    expect(await records.load('b')).toEqual(record('b'));
    expect(fetchCards.mock.calls).toEqual([[['a', 'b']]]);
    expect(records.get('a')).toEqual(record('a'));
  });

  it('knows what has no card', async () => {
    const fetchCards = vi.fn(() => Promise.resolve([]));
    const records = createCardRecords(fetchCards, ending.signal);
    expect(records.get('x')).toBeUndefined();
    expect(await records.load('x')).toBeNull();
    expect(records.get('x')).toBeNull();
    await records.load('x');
    expect(fetchCards).toHaveBeenCalledTimes(1);
  });

  it('asks again after the background did not answer', async () => {
    const fetchCards = vi.fn((ids: string[]) => Promise.resolve(ids.map(record)));
    fetchCards.mockImplementationOnce(noAnswer);
    const records = createCardRecords(fetchCards, ending.signal);
    expect(await records.load('a')).toBeNull();
    expect(await records.load('a')).toEqual(record('a'));
  });

  it('does not ask a background that refuses again and again', async () => {
    const fetchCards = vi.fn(noAnswer);
    // Whoever hears of an arrival may want at once what is still not known.
    const onArrival = vi.fn(() => fetchCards.mock.calls.length < 9 && records.want(['a']));
    const records = createCardRecords(fetchCards, ending.signal, onArrival);
    expect(await records.load('a')).toBeNull();
    expect(fetchCards).toHaveBeenCalledTimes(1);
    expect(onArrival).not.toHaveBeenCalled();
  });

  it('asks again by itself, for all in one message, and tells that they came', async () => {
    const fetchCards = vi.fn((ids: string[]) => Promise.resolve(ids.map(record)));
    for (let count = 0; count < 4; count++) fetchCards.mockImplementationOnce(noAnswer);
    const onArrival = vi.fn();
    const records = createCardRecords(fetchCards, ending.signal, onArrival);
    records.want(['a']);
    records.want(['b']);
    await vi.advanceTimersByTimeAsync(retryMs[0]! - 1);
    expect(fetchCards).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(fetchCards).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(retryMs[1]!);
    expect([fetchCards.mock.calls.length, onArrival.mock.calls.length]).toEqual([4, 0]);
    await vi.advanceTimersByTimeAsync(retryMs[2]!);
    expect(fetchCards.mock.calls.slice(2)).toEqual([[['a', 'b']], [['a', 'b']], [['a', 'b']]]);
    expect(onArrival).toHaveBeenCalledTimes(1);
    expect([records.get('a'), records.get('b')]).toEqual([record('a'), record('b')]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetchCards).toHaveBeenCalledTimes(5);
  });

  it('does not make a card that is due wait for that', async () => {
    const fetchCards = vi.fn((ids: string[]) => Promise.resolve(ids.map(record)));
    fetchCards.mockImplementationOnce(noAnswer);
    const onArrival = vi.fn();
    const records = createCardRecords(fetchCards, ending.signal, onArrival);
    expect(await records.load('a')).toBeNull();
    expect(await records.load('a')).toEqual(record('a'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect([fetchCards.mock.calls.length, onArrival.mock.calls.length]).toEqual([2, 1]);
  });

  it('gives up in the end, and is as patient with the next wish', async () => {
    const fetchCards = vi.fn(noAnswer);
    const records = createCardRecords(fetchCards, ending.signal);
    for (const calls of [4, 8]) {
      records.want(['a']);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(fetchCards).toHaveBeenCalledTimes(calls);
    }
  });

  it('asks for nothing more once the page is no longer read', async () => {
    const fetchCards = vi.fn(noAnswer);
    const records = createCardRecords(fetchCards, ending.signal);
    records.want(['a']);
    await vi.advanceTimersByTimeAsync(0);
    ending.abort();
    await vi.advanceTimersByTimeAsync(60_000);
    records.want(['b']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetchCards).toHaveBeenCalledTimes(2);
  });

  it('keeps messages within the protocol’s bound', async () => {
    const fetchCards = vi.fn((ids: string[]) => Promise.resolve(ids.map(record)));
    const records = createCardRecords(fetchCards, ending.signal);
    records.want(Array.from({ length: 250 }, (_, n) => `e${n}`));
    await records.load('e249');
    expect(fetchCards.mock.calls.map(([ids]) => ids.length)).toEqual([100, 100, 50]);
  });
});
