/** Switching marking on or off for one site. Pure. */
import type { Settings } from '../settings/settings.ts';

/** Off wins over on: a site that is switched off leaves the list of sites that are always marked. */
export function withSite(settings: Settings, site: string, isOn: boolean): Partial<Settings> {
  const sitesOff = settings.sitesOff.filter((other) => other !== site);
  if (isOn) return { sitesOff };
  return { sitesOff: [...sitesOff, site], sitesOn: settings.sitesOn.filter((other) => other !== site) };
}
