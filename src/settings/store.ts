/** Reading, changing and following the settings in the browser's local storage, from any of the extension's processes. */
import { browser } from 'wxt/browser';
import * as v from 'valibot';
import { onStoredChange, readStored, settingsKey } from './at-a-glance.ts';
import { settingsSchema, type Settings } from './settings.ts';
import { fromStored, toStored } from './stored.ts';

/** The settings as they are now; unsound stored values read as defaults. */
export async function readSettings(): Promise<Settings> {
  return fromStored(await readStored(browser.storage));
}

let lastChange: Promise<unknown> = Promise.resolve();

/**
 * One change at a time. The lock spans the extension's own pages and worker; content scripts ask the background to write. (In
 * Chromium those of private windows have a lock of their own: two changes in the very same moment, here and there, can cost one.)
 */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const run = async (): Promise<Result> =>
    'locks' in navigator ? await navigator.locks.request('sidelight-settings', work) : await work();
  const turn = lastChange.then(run);
  lastChange = turn.catch(() => undefined);
  return turn;
}

/**
 * Changes settings: `update` gets the newest and returns the fields to change. Resolves to the settings after it.
 * Throws where the result would break a bound; nothing is stored then.
 */
export function changeSettings(update: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  return inTurn(async () => {
    const raw = await readStored(browser.storage);
    const settings = fromStored(raw);
    const after = v.parse(settingsSchema, { ...settings, ...update(settings) });
    await browser.storage.local.set({ [settingsKey]: toStored(raw, after) });
    return after;
  });
}

/** Back to the defaults in everything. */
export function resetSettings(): Promise<void> {
  return inTurn(() => browser.storage.local.remove(settingsKey));
}

/** Calls `listener` with the settings after each change, also one made elsewhere, until `signal` is aborted. */
export function onSettingsChange(listener: (settings: Settings) => void, signal?: AbortSignal): void {
  onStoredChange(browser.storage, (stored) => listener(fromStored(stored)), signal);
}
