/** What a reader can choose, with defaults and bounds. Pure: reading and writing storage is `store.ts`. */
import { z } from 'zod/mini';
import { categories } from '../dataset/vocabulary.ts';

/** A host name in lower case without `www.`, as `siteOf` gives it. */
const siteSchema = z.string().check(z.minLength(1), z.maxLength(253), z.regex(/^[a-z0-9.:_\-[\]]+$/));

/** "Not this one": the reader says that this name is not this entity. Without `site` and `page`: everywhere. */
export const dismissalSchema = z.strictObject({
  entity: z.string(),
  name: z.string(),
  site: z.optional(siteSchema),
  /** A URL without query and fragment. */
  page: z.optional(z.string()),
  on: z.string(),
});
export type Dismissal = z.infer<typeof dismissalSchema>;

export const settingsSchema = z.strictObject({
  /** Marking as a whole. */
  enabled: z.boolean(),
  /** Sites where the reader switched marking off. */
  sitesOff: z.array(siteSchema),
  /** Sites that the reader switched on in a mode that would not mark them. */
  sitesOn: z.array(siteSchema),
  runsOn: z.enum(['every-page', 'articles', 'when-asked']),
  lineStyle: z.enum(['line', 'tint', 'line-and-tint']),
  density: z.enum(['every-mention', 'first-per-section']),
  categoriesOff: z.array(z.enum(categories)),
  /** How long the pointer rests on a name before its card opens. */
  dwellMs: z.number().check(z.gte(100), z.lte(2000)),
  theme: z.enum(['system', 'light', 'dark']),
  dismissals: z.array(dismissalSchema),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  enabled: true,
  sitesOff: [],
  sitesOn: [],
  runsOn: 'every-page',
  lineStyle: 'line',
  density: 'every-mention',
  categoriesOff: [],
  dwellMs: 300,
  theme: 'system',
  dismissals: [],
};

/** The site that a page belongs to for site rules: its host name in lower case without a leading `www.`. */
export function siteOf(url: string): string {
  return new URL(url).host.toLowerCase().replace(/^www\./, '');
}

/** Whether a page of this site is to be marked at all; what "articles" means is decided with the page at hand. */
export function isSiteOn(settings: Settings, site: string): boolean {
  return settings.enabled && !settings.sitesOff.includes(site);
}
