/** The one protocol between the extension's processes: every message that is sent, and the check that receivers make. */
import { z } from 'zod/mini';
import { dismissalSchema } from './settings/settings.ts';

const entityId = z.string().check(z.regex(/^[a-z0-9-]{1,80}$/));
const count = z.int().check(z.gte(0));

/** What one page names: each entity once, in the order of its first mention. */
export const pageEntitySchema = z.strictObject({ entity: entityId, count });
export type PageEntity = z.infer<typeof pageEntitySchema>;

/** Content script → background. */
export const toBackgroundSchema = z.discriminatedUnion('type', [
  /** The page's entities changed: the toolbar badge follows. */
  z.strictObject({ type: z.literal('page-entities'), entities: z.array(pageEntitySchema) }),
  /** Asks for the card records of entities found; answered with `CardRecord[]`, unknown ids left out. */
  z.strictObject({ type: z.literal('cards'), entities: z.array(entityId).check(z.maxLength(1000)) }),
  /** Opens the profile page of an entity in a new tab. */
  z.strictObject({ type: z.literal('open-profile'), entity: entityId }),
  /**
   * Keeps or takes back a "not this one" choice. Pages do not write settings themselves: the lock that lets one writer
   * work at a time is per origin, so two pages of different sites could undo each other's choice.
   */
  z.strictObject({ type: z.literal('dismiss'), dismissal: dismissalSchema }),
  z.strictObject({ type: z.literal('undo-dismissal'), dismissal: dismissalSchema }),
]);
export type ToBackground = z.infer<typeof toBackgroundSchema>;

/** Popup or background → content script of one tab. */
export const toPageSchema = z.discriminatedUnion('type', [
  /** Asks what is on the page; answered with `PageState`. */
  z.strictObject({ type: z.literal('page-state') }),
  /** Scrolls to the n-th mention (from 0, wrapping) of an entity and rings it. */
  z.strictObject({ type: z.literal('go-to-mention'), entity: entityId, index: z.int() }),
  /** A keyboard command: rings the next or previous mention and opens its card. */
  z.strictObject({ type: z.literal('step-mention'), step: z.literal([1, -1]) }),
  /** Marks this page once although its mode would not. */
  z.strictObject({ type: z.literal('mark-now') }),
]);
export type ToPage = z.infer<typeof toPageSchema>;

/** What a page answers to `page-state`. */
export const pageStateSchema = z.strictObject({
  site: z.string(),
  url: z.string(),
  title: z.string(),
  /** Whether the page is being marked, and if not, why. */
  marking: z.enum([
    'on',
    'off-everywhere',
    'off-here',
    'not-an-article',
    'waiting-to-be-asked',
    'unsupported',
  ]),
  /** The article's date (YYYY-MM-DD), when its own metadata give a plausible one. */
  published: z.nullable(z.string()),
  entities: z.array(pageEntitySchema),
});
export type PageState = z.infer<typeof pageStateSchema>;
