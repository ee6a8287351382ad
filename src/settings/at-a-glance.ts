/**
 * The little that every page needs of the settings before anything is found in it, read from the stored value as it lies:
 * the library that checks settings costs more than the whole look for names. Pure.
 */

/** The key of the settings in the browser's local storage. */
export const settingsKey = 'settings';

/** The site that a page belongs to for site rules: its host name in lower case without a leading `www.`. */
export function siteOf(url: string): string {
  return new URL(url).host.toLowerCase().replace(/^www\./, '');
}

/** Whether a page of this site is to be marked if it is an article. Unsound values count as their defaults. */
export function mayMark(stored: unknown, site: string): boolean {
  const { enabled, sitesOff, sitesOn, runsOn } = isObject(stored) ? stored : {};
  if (enabled === false || holds(sitesOff, site)) return false;
  return runsOn !== 'when-asked' || holds(sitesOn, site);
}

function holds(list: unknown, site: string): boolean {
  return Array.isArray(list) && list.includes(site);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
