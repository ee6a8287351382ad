/**
 * The little that every page needs of the settings before anything is found in it, read from the stored value as it lies:
 * the library that checks settings costs more than the whole look for names. The browser's storage is passed in.
 */
import { isObject } from '../dataset/is-object.ts';

/** The key of the settings in the browser's local storage. */
export const settingsKey = 'settings';

/** What of the browser's storage is asked for; each process has its own wrapper around the same. */
export interface SettingsStorage {
  local: { get(key: string): Promise<Record<string, unknown>> };
  onChanged: {
    addListener(listener: OnChanged): void;
    removeListener(listener: OnChanged): void;
  };
}
type OnChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

/** The stored form as it stands. (A variable called `storage` would make WXT pack its own storage library: 9 KB.) */
export async function readStored(storageApi: SettingsStorage): Promise<unknown> {
  return (await storageApi.local.get(settingsKey))[settingsKey];
}

/** Calls `listener` with the stored form after each change, also one made elsewhere, until `signal` is aborted. */
export function onStoredChange(
  storageApi: SettingsStorage,
  listener: (stored: unknown) => void,
  signal?: AbortSignal,
): void {
  const onChanged: OnChanged = (changes, area) => {
    const change = changes[settingsKey];
    if (area === 'local' && change) listener(change.newValue);
  };
  storageApi.onChanged.addListener(onChanged);
  signal?.addEventListener('abort', () => storageApi.onChanged.removeListener(onChanged));
}

/** The site that a page belongs to for site rules: its host name in lower case without a leading `www.`. */
export function siteOf(url: string): string {
  return new URL(url).host.toLowerCase().replace(/^www\./, '');
}

/** Whether the page at this address is to be marked if it is an article. Unsound values count as their defaults. */
export function mayMark(stored: unknown, url: string): boolean {
  const { enabled, sitesOff, sitesOn, runsOn } = isObject(stored) ? stored : {};
  if (enabled === false || holdsSiteOf(url, sitesOff)) return false;
  return runsOn !== 'when-asked' || holdsSiteOf(url, sitesOn);
}

/** The address is taken apart only where there are sites to compare: it costs a page 0.4 ms, and few readers have any. */
function holdsSiteOf(url: string, list: unknown): boolean {
  return Array.isArray(list) && list.length > 0 && list.includes(siteOf(url));
}
