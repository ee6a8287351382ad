/** Keeps the sheets of the marks where marks stand, by asking the background: a content script has none to give. */
import type { MarkStyle } from '../settings/settings.ts';

export interface SheetPlatform {
  /** Puts the sheet of a style into the page's document in the place of another; null is none. Rejects when it could not. */
  stylePage(style: MarkStyle | null, instead: MarkStyle | null): Promise<void>;
  /** The same in all frames that the page can read; they know what they have. */
  styleFrames(style: MarkStyle | null): Promise<void>;
  /** False once the extension was updated, disabled or removed under the open page. */
  isAlive(): boolean;
}

export interface MarkSheets {
  /** A document of the page has marks that it had not. */
  marked(document: Document, style: MarkStyle): void;
  /** The style changed; documents with marks follow. */
  restyle(style: MarkStyle): void;
  /** No marks any more: a page without marks is to see nothing of them. */
  clear(): void;
}

/** Asking fails when the browser is busy starting or ending the background; after these waits it is given up. */
const retryMs = [500, 3000, 15_000];

/** `page` is the top document; every other one counts as a frame's. One for a tab's whole life: what it asks for is in order. */
export function createMarkSheets(page: Document, platform: SheetPlatform): MarkSheets {
  const wanted: Record<'page' | 'frames', MarkStyle | null> = { page: null, frames: null };
  const there = { ...wanted };
  let hasNewFrames = false;
  let isAsking = false;

  async function askForPage(): Promise<void> {
    const style = wanted.page;
    await platform.stylePage(style, there.page);
    there.page = style;
  }
  async function askForFrames(): Promise<void> {
    const style = wanted.frames;
    hasNewFrames = false;
    there.frames = style;
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
    // Marks of several frames come together: they are one question.
    await Promise.resolve();
    while (failed <= retryMs.length && platform.isAlive()) {
      try {
        if (there.page !== wanted.page) await askForPage();
        else if (hasNewFrames || there.frames !== wanted.frames) await askForFrames();
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
    marked(document, style) {
      if (document === page) wanted.page = style;
      else {
        wanted.frames = style;
        hasNewFrames = true;
      }
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
      hasNewFrames = false;
      void bringAbout();
    },
  };
}
