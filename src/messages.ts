/** The one protocol between the extension's processes: every message that is sent, and the check that receivers make. */
import * as v from 'valibot';
import { dismissalSchema, entityIdSchema as entityId, markStyles } from './settings/settings.ts';

/** A selector of tags alone, each in the one before: `main>article>p`; `*` is any. */
const tagPath = v.pipe(
  v.string(),
  v.regex(/^(?:\*|[a-z][a-z0-9-]*)(?:>(?:\*|[a-z][a-z0-9-]*))*$/),
  v.maxLength(1000),
);
/** One sheet of the marks: the look, and the elements that hold some. */
const sheet = v.strictObject({
  style: v.picklist(markStyles),
  tagPaths: v.pipe(v.array(tagPath), v.minLength(1), v.maxLength(100)),
});
export type MarkSheet = v.InferOutput<typeof sheet>;
/** A text in which a name stands that may mean something else, with its language as the page states it. */
const doubtfulText = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(20_000)),
  language: v.nullable(v.pipe(v.string(), v.maxLength(100))),
});
export type DoubtfulText = v.InferOutput<typeof doubtfulText>;
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What one page names: each entity once, in the order of its first mention. */
const pageEntitySchema = v.strictObject({ entity: entityId, count });
export type PageEntity = v.InferOutput<typeof pageEntitySchema>;

/** Page → background. */
export const toBackgroundSchema = v.variant('type', [
  /** The page's entities changed: the toolbar badge follows. */
  v.strictObject({
    type: v.literal('page-entities'),
    entities: v.pipe(v.array(pageEntitySchema), v.maxLength(10_000)),
  }),
  /** Asks for the card records of entities found; answered with `CardRecord[]`, unknown ids left out. */
  v.strictObject({ type: v.literal('cards'), entities: v.pipe(v.array(entityId), v.maxLength(1000)) }),
  /** Opens the profile page of an entity in a new tab. */
  v.strictObject({ type: v.literal('open-profile'), entity: entityId }),
  /**
   * Keeps or takes back a "not this one" choice. Pages do not write settings themselves: the lock that lets one writer
   * work at a time is per origin, so two pages of different sites could undo each other's choice.
   */
  v.strictObject({ type: v.literal('dismiss'), dismissal: dismissalSchema }),
  v.strictObject({ type: v.literal('undo-dismissal'), dismissal: dismissalSchema }),
  /** Asks whether a name in one of these texts could be a page's first mention, by that text alone; answered with true or false. */
  v.strictObject({
    type: v.literal('may-mention'),
    texts: v.pipe(v.array(doubtfulText), v.minLength(1), v.maxLength(100)),
  }),
  /** A name was found, or the reader asks about the page: what marks it and shows cards is to be loaded into it. */
  v.strictObject({ type: v.literal('load-rest') }),
  /** A card may be wanted soon: what draws it is to be loaded too. */
  v.strictObject({ type: v.literal('load-card') }),
  /**
   * Marks stand in the page itself, or in frames of its origin: the sheet is to be put in there, and those that it takes the
   * place of taken out; null is none. (Frames remember by themselves what they have, and get rules for all elements.)
   */
  v.strictObject({
    type: v.literal('style-page'),
    sheet: v.nullable(sheet),
    instead: v.pipe(v.array(sheet), v.maxLength(100)),
  }),
  v.strictObject({ type: v.literal('style-frames'), style: v.nullable(v.picklist(markStyles)) }),
]);
export type ToBackground = v.InferOutput<typeof toBackgroundSchema>;

/** Popup or background → the page in one tab. */
export const toPageSchema = v.variant('type', [
  /** Asks what is on the page; answered with `PageState`. */
  v.strictObject({ type: v.literal('page-state') }),
  /** Scrolls to the n-th mention (from 0, wrapping) of an entity and rings it. */
  v.strictObject({
    type: v.literal('go-to-mention'),
    entity: entityId,
    index: v.pipe(v.number(), v.integer()),
  }),
  /** A keyboard command: rings the next or previous mention and opens its card. */
  v.strictObject({ type: v.literal('step-mention'), step: v.picklist([1, -1]) }),
  /** Marks this page once although its mode would not. */
  v.strictObject({ type: v.literal('mark-now') }),
]);
export type ToPage = v.InferOutput<typeof toPageSchema>;

/** What a page answers to `page-state`. */
export const pageStateSchema = v.strictObject({
  site: v.string(),
  url: v.string(),
  title: v.string(),
  /** Whether the page is being marked, and if not, why. */
  marking: v.picklist([
    'on',
    'off-everywhere',
    'off-here',
    'not-an-article',
    'waiting-to-be-asked',
    'unsupported',
  ]),
  /** The article's date (YYYY-MM-DD), when its own metadata give a plausible one. */
  published: v.nullable(v.string()),
  entities: v.array(pageEntitySchema),
  /** The text that was there at the start is still being read: more entities may come. */
  isReading: v.boolean(),
});
export type PageState = v.InferOutput<typeof pageStateSchema>;

/** The page's end: what `handle` returns for a sound message is the answer; undefined for anything else. */
export async function answerPageMessage(
  handle: (message: ToPage) => Promise<PageState | void>,
  raw: unknown,
): Promise<PageState | void> {
  const message = v.safeParse(toPageSchema, raw);
  return message.success ? handle(message.output) : undefined;
}
