/**
 * Puts sheets of the marks into documents and takes them out. Only documents with marks get some, since a page can ask how
 * a highlight of our name would look; and only rules of the chosen style for elements like those that hold marks, since
 * Chromium works out anew each element that a new rule is for. Of user origin: that wins over the page's own rules and
 * reaches open shadow roots. Text colours also of the page's own, since Chromium paints no fill without.
 */
import type { MarkSheet } from '../messages.ts';
import type { MarkStyle } from '../settings/settings.ts';
import { cssOf, origins, type Origin } from './mark-rules.ts';

export type StyleTarget = { tabId: number } & ({ frameIds: number[] } | { documentIds: string[] });

/** What of the browser's `scripting` is asked for. */
export interface Scripting {
  insertCSS(injection: SheetInjection): Promise<void>;
  removeCSS(injection: SheetInjection): Promise<void>;
  executeScript(injection: {
    target: { tabId: number } & ({ allFrames: true } | { frameIds: number[] });
    injectImmediately: true;
    func: typeof takeSheet;
    args: Parameters<typeof takeSheet>;
  }): Promise<{ frameId: number; documentId?: string; result?: unknown }[]>;
}
interface SheetInjection {
  target: StyleTarget;
  css: string;
  origin: Origin;
}

/** The document that a message came from: by its id, or what the tab shows where the browser names no document. */
export function targetOf(tab: number, document: string | null): StyleTarget {
  return document === null ? { tabId: tab, frameIds: [0] } : { tabId: tab, documentIds: [document] };
}

/** Puts one sheet in and then takes the others out. Rejects when the document is gone or the browser refuses. */
export async function changeSheet(
  scripting: Scripting,
  target: StyleTarget,
  sheet: MarkSheet | null,
  instead: readonly MarkSheet[],
): Promise<void> {
  const injectionsOf = (one: MarkSheet) =>
    origins.map((origin) => ({ target, css: cssOf(one, origin), origin }));
  if (sheet) await Promise.all(injectionsOf(sheet).map((each) => scripting.insertCSS(each)));
  await Promise.all(instead.flatMap(injectionsOf).map((each) => scripting.removeCSS(each)));
}

/** Frames with marks are few and small: nobody counts where in them marks stand. */
const forAll = (style: MarkStyle): MarkSheet => ({ style, tagPaths: ['*'] });

/**
 * The same in all frames of the tab that the page can read, about:blank ones and frames in frames included. No browser tells
 * a script which frame an element shows, so the frames are asked; those of other origins, mostly advertising, get nothing.
 * Rejects, when all others have theirs, if a frame changed meanwhile: it is to be asked again.
 */
export async function changeSheetInFrames(
  scripting: Scripting,
  tab: number,
  style: MarkStyle | null,
): Promise<void> {
  const ask = (target: { allFrames: true } | { frameIds: number[] }, note: MarkStyle | null) =>
    scripting.executeScript({
      target: { tabId: tab, ...target },
      // Not only when the frame has loaded: its text is being read already.
      injectImmediately: true,
      func: takeSheet,
      args: ['sidelight.sheet', note],
    });
  const answers = await ask({ allFrames: true }, style);
  const outcomes = await Promise.all(
    answers.map(async ({ frameId, documentId, result }) => {
      const had = (result as ReturnType<typeof takeSheet> | undefined)?.had;
      if (had === undefined) return 'done';
      const frame = { tabId: tab, frameIds: [frameId] };
      const target = documentId ? targetOf(tab, documentId) : frame;
      try {
        await changeSheet(scripting, target, style && forAll(style), had ? [forAll(had)] : []);
        return 'done';
      } catch {
        // It went on to another document just then: that one has nothing yet. Or it is gone, and answers nothing.
        return ask({ frameIds: [frameId] }, null).then(
          () => 'missed',
          () => 'done',
        );
      }
    }),
  );
  if (outcomes.includes('missed')) throw new Error('a frame changed while it was given its sheet');
}

/**
 * Runs in each frame, in the extension's own world; self-contained. Notes the sheet that the frame is about to have, and gives
 * what it had; null for the page itself, for frames that it cannot read, and where nothing changes (Chromium would add a
 * sheet that is there a second time).
 */
export function takeSheet(key: string, style: MarkStyle | null): { had: MarkStyle | null } | null {
  try {
    if (self === top || !top?.document) return null;
  } catch {
    return null;
  }
  const world = globalThis as Record<symbol, { document: Document; style: MarkStyle | null } | undefined>;
  const note = world[Symbol.for(key)];
  // In Firefox the world of a frame's first, empty document lives on in the one that is loaded into the frame.
  const had = note?.document === document ? note.style : null;
  world[Symbol.for(key)] = { document, style };
  return had === style ? null : { had };
}
