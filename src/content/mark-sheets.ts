/**
 * Keeps the sheets of the marks where marks stand, by asking the background: a content script has none to give. The page has
 * one for each lot of elements that came to hold marks, so that the browser works no others out anew.
 */
import type { MarkSheet } from '../messages.ts';
import { documentElementOf } from '../page/dom.ts';
import { shareOfElements } from '../page/tag-path.ts';
import type { MarkStyle } from '../settings/settings.ts';
import { retryMs } from './retry.ts';

export interface SheetPlatform {
  /** Puts a sheet into the page's document in the place of others; null is none. Rejects when it could not. */
  stylePage(sheet: MarkSheet | null, instead: MarkSheet[]): Promise<void>;
  /** The same in all frames that the page can read, for all their elements; they know what they have. */
  styleFrames(style: MarkStyle | null): Promise<void>;
  /** False once the extension was updated, disabled or removed under the open page. */
  isAlive(): boolean;
}

export interface MarkSheets {
  /** A document of the page has marks in elements of which it had none; `tagPath`: the selector of such elements. */
  marked(document: Document, style: MarkStyle, tagPath: string): void;
  /** The style changed; documents with marks follow. */
  restyle(style: MarkStyle): void;
  /** No marks any more: a page without marks is to see nothing of them. */
  clear(): void;
}

/** A page with more has marks everywhere. */
const mostTagPaths = 50;
/**
 * If new rules are for a larger part of a page, one for all elements is the cheaper: Chromium needs three times as long for an
 * element of which alone the styles change as for one among all.
 */
const mostElements = 0.25;

/** `page` is the top document; every other one counts as a frame's. One for a tab's whole life: what it asks for is in order. */
export function createMarkSheets(page: Document, platform: SheetPlatform): MarkSheets {
  const wanted: Record<'page' | 'frames', MarkStyle | null> = { page: null, frames: null };
  let tagPaths = new Set<string>();
  let inPage: MarkSheet[] = [];
  /** Nobody said that these were put in, but they may have been: they are taken out before anything else. */
  let unsure: MarkSheet[] = [];
  let inFrames: MarkStyle | null = null;
  let frames = new WeakSet<Document>();
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
  /** One question at a time, so that the last wish is the last to be answered. Never rejects. */
  async function bringAbout(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    let failed = 0;
    // Marks come together, also those of several frames: they are one question.
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
