/** What the watcher keeps of a page: its trees, the blocks in which names stand, and the marks shown in them. Types only. */
import type { Candidate, Mention } from '../match/types.ts';
import type { PageMention } from './page-mention.ts';
import type { TextBlock } from './text-block.ts';

/** One tree of the page: its document, an open shadow root, or a same-origin frame's document. */
export interface PageRoot {
  readonly node: Document | ShadowRoot;
  readonly document: Document;
  /** The shadow host or frame element; null for the page's own document. */
  readonly host: Element | null;
  readonly parent: PageRoot | null;
  readonly children: Set<PageRoot>;
  /** In document order. */
  readonly blocks: CandidateBlock[];
  readonly blockOf: WeakMap<Text, CandidateBlock>;
  /** Ends all that was started for this tree; follows the parent's. */
  readonly ending: AbortController;
}

/** A block in which a name stands. */
export interface CandidateBlock extends TextBlock {
  readonly root: PageRoot;
  readonly candidates: readonly Candidate[];
  /** As the matcher last decided. */
  mentions: readonly Mention[];
  /** Of the mentions those that are shown, in order. */
  marks: PageMark[];
}

/** One shown mention: what callers see, and where it is painted. */
export interface PageMark extends PageMention {
  readonly block: CandidateBlock;
  /** The range in the highlight registry while it is painted. */
  painted: { range: StaticRange; highlight: Highlight } | null;
}
