/** What draws cards is asked for once, and again only a while after it could not be had. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLazyKit, type CardKit } from '../../../src/content/card-kit.ts';

const loaded = {} as CardKit;
const load = vi.fn<() => Promise<CardKit>>();
beforeEach(() => {
  vi.useFakeTimers();
  load.mockReset().mockResolvedValue(loaded);
});
afterEach(() => vi.useRealTimers());

it('loads once, however often it is wanted', async () => {
  const kit = createLazyKit(load);
  expect([kit.get(), load.mock.calls.length]).toEqual([null, 0]);
  kit.want();
  kit.want();
  expect(await kit.load()).toBe(loaded);
  kit.want();
  expect(kit.get()).toBe(loaded);
  expect(load).toHaveBeenCalledTimes(1);
});

it('asks a background that refused only once in a while, and then anew', async () => {
  load.mockRejectedValueOnce(new Error('no answer'));
  const kit = createLazyKit(load);
  kit.want();
  await vi.advanceTimersByTimeAsync(500);
  kit.want();
  await expect(kit.load()).rejects.toThrow('no answer');
  expect([kit.get(), load.mock.calls.length]).toEqual([null, 1]);
  await vi.advanceTimersByTimeAsync(500);
  expect(await kit.load()).toBe(loaded);
  expect(load).toHaveBeenCalledTimes(2);
});
