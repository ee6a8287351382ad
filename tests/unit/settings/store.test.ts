/** The settings store over the browser's storage: what is kept, who is told, and two writers at once. */
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultSettings, type Settings } from '../../../src/settings/settings.ts';
import {
  changeSettings,
  onSettingsChange,
  readSettings,
  resetSettings,
} from '../../../src/settings/store.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
beforeEach(() => fakeBrowser.reset());

test('nothing stored reads as the defaults', async () => {
  expect(await readSettings()).toEqual(defaultSettings);
});

test('a change is stored as the difference and read back', async () => {
  expect(await changeSettings(() => ({ enabled: false }))).toEqual({ ...defaultSettings, enabled: false });
  expect(await fakeBrowser.storage.local.get()).toEqual({ settings: { version: 1, enabled: false } });
  expect((await readSettings()).enabled).toBe(false);
});

test('two writers at once both have their way', async () => {
  const add = (site: string) => changeSettings(({ sitesOff }) => ({ sitesOff: [...sitesOff, site] }));
  await Promise.all([add('a.example'), add('b.example'), add('c.example')]);
  expect((await readSettings()).sitesOff).toEqual(['a.example', 'b.example', 'c.example']);
});

test('changes are made under one lock of all our pages, where the browser has locks', async () => {
  const locks: string[] = [];
  const storedAtItsEnd: unknown[] = [];
  const request = async (name: string, work: () => Promise<unknown>) => {
    locks.push(name);
    const result = await work();
    storedAtItsEnd.push(await fakeBrowser.storage.local.get());
    return result;
  };
  vi.stubGlobal('navigator', { locks: { request } });
  await changeSettings(() => ({ enabled: false }));
  await resetSettings();
  vi.unstubAllGlobals();
  expect(storedAtItsEnd).toEqual([{ settings: { version: 1, enabled: false } }, {}]);
  expect([locks.length, new Set(locks).size, locks[0]]).toEqual([2, 1, expect.stringContaining('settings')]);
});

test('a change that breaks a bound is refused, stores nothing and does not block the next', async () => {
  await expect(changeSettings(() => ({ dwellMs: 5 }))).rejects.toThrow();
  expect(await fakeBrowser.storage.local.get()).toEqual({});
  expect((await changeSettings(() => ({ dwellMs: 500 }))).dwellMs).toBe(500);
});

test('followers hear of nothing but the settings of this browser', async () => {
  const heard = vi.fn();
  onSettingsChange(heard);
  await fakeBrowser.storage.local.set({ other: 1 });
  await fakeBrowser.storage.sync.set({ settings: { version: 1, enabled: false } });
  expect(heard).not.toHaveBeenCalled();
  await changeSettings(() => ({ enabled: false }));
  expect(heard).toHaveBeenCalledOnce();
});

test('followers hear of changes and of the reset until they leave', async () => {
  const heard: Settings[] = [];
  const leave = new AbortController();
  onSettingsChange((settings) => heard.push(settings), leave.signal);
  await changeSettings(() => ({ theme: 'dark' }));
  await resetSettings();
  leave.abort();
  await changeSettings(() => ({ theme: 'light' }));
  expect(heard.map((settings) => settings.theme)).toEqual(['dark', 'system']);
});
