/**
 * Watches one page: reads its text, finds mentions, paints them, follows every change, until its signal is aborted.
 *
 *     const watch = watchPage({ document, matcher, signal, settings, onChange });
 *     watch.mentions();              // shown mentions in document order, also those in shadow roots and frames
 *     watch.mentionAt(x, y);         // the mention under a point of the viewport (of `document`, or of a frame's document)
 *     watch.rectsOf(mention);        // where it is now: DOMRects in the TOP viewport's coordinates, one per line, or []
 *     watch.ring(mention);           // a visible ring around one mention (keyboard); null takes it away
 *     watch.scrollTo(mention);       // brings it to the middle of the view
 *     watch.configure({ lineStyle });// takes effect at once, without reading again
 *     watch.stop();                  // all marks gone at once, nothing left running (the same as aborting the signal)
 *
 * The page's DOM, attributes, selection and layout are never changed. One content script in the top frame is enough:
 * frames of the page's own origin are read from it; `onDocument` tells about each document (the page's own first), so
 * that the caller can add its pointer listeners there too.
 *
 * `onChange` is called after the shown mentions changed (never before `watchPage` has returned), at most once per batch.
 */
import type { Matcher } from '../match/types.ts';
import type { MarkingSettings, PageMention } from './page-mention.ts';

export type { Density, LineStyle, MarkingSettings, PageMention } from './page-mention.ts';

export interface WatchPageOptions {
  document: Document;
  matcher: Matcher;
  /** Ends everything. */
  signal: AbortSignal;
  settings: MarkingSettings;
  onChange?: () => void;
  /** Called for the page's document and for each same-origin frame's; `signal` is aborted when that document goes. */
  onDocument?: (document: Document, signal: AbortSignal) => void;
}

export interface PageWatch {
  /** In document order; hidden text is left out. Reads style (not layout) of the blocks that hold mentions. */
  mentions(): readonly PageMention[];
  /** The mention painted under the point (CSS pixels in the viewport of `document`, by default the page's), or null. */
  mentionAt(x: number, y: number, document?: Document): PageMention | null;
  /** Empty when the mention is no longer in the page or not rendered. */
  rectsOf(mention: PageMention): DOMRect[];
  scrollTo(mention: PageMention): void;
  ring(mention: PageMention | null): void;
  configure(settings: Partial<MarkingSettings>): void;
  /** Resolves when the text that was there at the start has been read and marked. */
  readonly firstScan: Promise<void>;
  stop(): void;
}

export declare function watchPage(options: WatchPageOptions): PageWatch;
