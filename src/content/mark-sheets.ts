/**
 * Sees to it that documents with marks, and no others, have the style sheets of the marks. A content script can put none into a
 * page, so the background is asked. The page itself gets one sheet for each lot of elements that came to hold marks: a browser
 * works out anew the style of every element that a new rule is for, and is spared all others so.
 */
import type { MarkSheet } from '../messages.ts';
import { documentElementOf } from '../page/dom.ts';
import { shareOfElements } from '../page/tag-path.ts';
import type { MarkStyle } from '../settings/settings.ts';
import { retryMs } from './retry.ts';

export interface SheetPlatform {
  /** Puts a sheet (or none: null) into the page's document and takes others out. Rejects when that failed. */
  stylePage(sheet: MarkSheet | null, instead: MarkSheet[]): Promise<void>;
  /** Gives all frames that the page can read a sheet of that style for all their elements. They remember which one they have. */
  styleFrames(style: MarkStyle | null): Promise<void>;
  /** False once the extension was updated, disabled or removed under the open page. */
  isAlive(): boolean;
}

export interface MarkSheets {
  /** A mark was painted in an element like none before in that document; `tagPath` is the selector of such elements. */
  marked(document: Document, style: MarkStyle, tagPath: string): void;
  /** The style changed; documents with marks follow. */
  restyle(style: MarkStyle): void;
  /** There are no marks any more. All sheets are taken out: a page without marks is to see nothing of us. */
  clear(): void;
}

/** A page with marks in more kinds of elements than this has them everywhere: it gets rules for all elements. */
const mostTagPaths = 50;
/**
 * If new rules are for a larger share of a page's elements than this, rules for all of them are cheaper: Chromium takes three
 * times as long for an element whose style alone changes as for one of all elements.
 */
const mostElements = 0.25;

/** `page` is the top document; every other one counts as a frame's. Made once for the life of a page: it asks for one thing at a time. */
export function createMarkSheets(page: Document, platform: SheetPlatform): MarkSheets {
  const wanted: Record<'page' | 'frames', MarkStyle | null> = { page: null, frames: null };
  let tagPaths = new Set<string>();
  /** What the page has, as far as the background has answered. */
  let inPage: MarkSheet[] = [];
  /** Sheets that were asked for without an answer. They may be in the page: they are taken out before anything else. */
  let unsure: MarkSheet[] = [];
  let inFrames: MarkStyle | null = null;
  /** Documents of frames that are known to have marks. */
  let frames = new WeakSet<Document>();
  /** One of them is new, or was not reached: the frames are asked again. */
  let hasNewFrames = false;
  let isAsking = false;

  function isForAll(missing: readonly string[]): boolean {
    if (tagPaths.size > mostTagPaths) return true;
    const top = documentElementOf(page);
    return top !== null && shareOfElements(top, missing, mostElements) > mostElements;
  }
  /** The sheet to put in and those to take out, so that the page has what is wanted; null when it has. */
  function changeOfPage(): [MarkSheet | null, MarkSheet[]] | null {
    if (unsure.length > 0) return [null, unsure];
    const style = wanted.page;
    if (!style) return inPage.length > 0 ? [null, inPage] : null;
    const isOtherStyle = inPage[0] && inPage[0].style !== style;
    const known = new Set(isOtherStyle ? [] : inPage.flatMap((sheet) => sheet.tagPaths));
    const missing = known.has('*') ? [] : [...tagPaths].filter((path) => !known.has(path));
    if (missing.length === 0) return null;
    const isAll = isForAll(missing);
    return [{ style, tagPaths: isAll ? ['*'] : missing }, isAll || isOtherStyle ? inPage : []];
  }
  async function askForPage([sheet, instead]: NonNullable<ReturnType<typeof changeOfPage>>): Promise<void> {
    try {
      await platform.stylePage(sheet, instead);
    } catch (error) {
      if (sheet) unsure = [...unsure, sheet];
      throw error;
    }
    unsure = [];
    inPage = inPage.filter((one) => !instead.includes(one));
    if (sheet) inPage.push(sheet);
  }
  async function askForFrames(): Promise<void> {
    const style = wanted.frames;
    hasNewFrames = false;
    inFrames = style;
    try {
      await platform.styleFrames(style);
    } catch (error) {
      hasNewFrames = true;
      throw error;
    }
  }
  /**
   * Asks for one change after another until everything is as wanted: of two requests under way, the older could be answered
   * last. Gives up after some failures (`retry.ts`). Never rejects.
   */
  async function bringAbout(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    let failed = 0;
    // Many marks come in one task, those of several frames too: at its end they make one request.
    await Promise.resolve();
    while (failed <= retryMs.length && platform.isAlive()) {
      try {
        const change = changeOfPage();
        if (change) await askForPage(change);
        else if (hasNewFrames || inFrames !== wanted.frames) await askForFrames();
        else break;
        failed = 0;
      } catch {
        const waitMs = retryMs[failed++];
        if (waitMs !== undefined) await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
    isAsking = false;
  }

  return {
    marked(document, style, tagPath) {
      if (document === page) {
        wanted.page = style;
        tagPaths.add(tagPath);
      } else if (!frames.has(document)) {
        wanted.frames = style;
        frames.add(document);
        hasNewFrames = true;
      } else return;
      void bringAbout();
    },
    restyle(style) {
      wanted.page &&= style;
      wanted.frames &&= style;
      void bringAbout();
    },
    clear() {
      wanted.page = null;
      wanted.frames = null;
      tagPaths = new Set();
      frames = new WeakSet();
      hasNewFrames = false;
      void bringAbout();
    },
  };
}
