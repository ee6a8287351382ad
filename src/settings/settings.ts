/** What a reader can choose, with defaults and bounds. Pure: reading and writing storage is `store.ts`. */
import * as v from 'valibot';
import { categories } from '../dataset/vocabulary.ts';

export { siteOf } from './at-a-glance.ts';

/** A host name in lower case without `www.`, as `siteOf` gives it: browsers take nearly every sign in one. */
const siteSchema = v.pipe(v.string(), v.maxLength(253), v.regex(/^[a-z0-9.:_\-[\]!"$%&'()*+,;=`{}~]+$/));

export const entityIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,80}$/));

/** How long the address of a page may be for which a choice is kept. */
export const mostPageChars = 2000;

/**
 * "Not this one": the reader says that this name is not this entity. Without `site` and `page`: everywhere. With bounds that no name
 * or page comes near: a message can say anything, and each page reads what is kept.
 */
export const dismissalSchema = v.strictObject({
  entity: entityIdSchema,
  name: v.pipe(v.string(), v.maxLength(200)),
  site: v.optional(siteSchema),
  /** A URL without query and fragment. */
  page: v.optional(v.pipe(v.string(), v.url(), v.maxLength(mostPageChars))),
  on: v.pipe(v.string(), v.maxLength(10)),
});
export type Dismissal = v.InferOutput<typeof dismissalSchema>;

export const settingsSchema = v.strictObject({
  /** Marking as a whole. */
  enabled: v.boolean(),
  /** Sites where the reader switched marking off. */
  sitesOff: v.array(siteSchema),
  /** Sites that the reader switched on in a mode that would not mark them. */
  sitesOn: v.array(siteSchema),
  runsOn: v.picklist(['every-page', 'articles', 'when-asked']),
  lineStyle: v.picklist(['line', 'tint', 'line-and-tint']),
  /** Colours of the marks; `safe` stays apart with colour blindness, `text` is the colour of the text. */
  palette: v.picklist(['standard', 'safe', 'text']),
  density: v.picklist(['every-mention', 'first-per-section']),
  categoriesOff: v.array(v.picklist(categories)),
  /** How long the pointer rests on a name before its card opens. */
  dwellMs: v.pipe(v.number(), v.minValue(100), v.maxValue(2000)),
  theme: v.picklist(['system', 'light', 'dark']),
  dismissals: v.array(dismissalSchema),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

export const defaultSettings: Settings = {
  enabled: true,
  sitesOff: [],
  sitesOn: [],
  runsOn: 'every-page',
  lineStyle: 'line',
  palette: 'standard',
  density: 'every-mention',
  categoriesOff: [],
  dwellMs: 300,
  theme: 'system',
  dismissals: [],
};

export type MarkStyle = `${Settings['lineStyle']}${'' | '-safe' | '-text'}`;

/** How marks look, as the second half of a highlight's name: the line, and its colours where they are not the usual. */
export function markStyle({ lineStyle, palette }: Pick<Settings, 'lineStyle' | 'palette'>): MarkStyle {
  return palette === 'standard' ? lineStyle : `${lineStyle}-${palette}`;
}

/** Every way marks can look. */
export const markStyles: readonly MarkStyle[] = settingsSchema.entries.lineStyle.options.flatMap(
  (lineStyle) => settingsSchema.entries.palette.options.map((palette) => markStyle({ lineStyle, palette })),
);
