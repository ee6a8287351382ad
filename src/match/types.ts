/** The words that matching and its callers share: candidates, mentions and the matcher itself. Types only. */

/** A place in a text where a known name stands; whether the entity is meant is not decided yet. Opaque to callers. */
export interface Candidate {
  /** UTF-16 offsets into the text that was given to `findCandidates`. */
  readonly start: number;
  readonly end: number;
}

/** One piece of evidence for or against a sense, in machine form; `explain` turns it into words. */
export interface Reason {
  readonly code: string;
  readonly words?: readonly string[];
}

/** A place in a text where a name stands and the entity is meant. Offsets as in `Candidate`. */
export interface Mention {
  readonly entity: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly reasons: readonly Reason[];
}

/** One block of text with its candidates, as `decide` takes it. Blocks come in document order; those without may be left out. */
export interface CandidateBlock {
  readonly candidates: readonly Candidate[];
}

/** The sentences and parts of sentences that `explain` is made of. */
export type PhraseKey =
  'sure_own' | 'sure_of' | 'means_this' | 'means_entity' | 'names' | 'words' | 'word' | 'elsewhere' | 'both';

/** The words of `explain` in one language. */
export interface ExplainPhrases {
  /** The phrase with its `{placeholders}` filled in; `count` is how many words it lists, where that changes the phrase. */
  say(key: PhraseKey, values: Record<string, string>, count?: number): string;
  /** "a, b and c". */
  list(words: readonly string[]): string;
}

/** Finds names in texts, without saying whose they are or whether they are meant: all that reading a page needs. */
export interface NameFinder {
  /**
   * False only if no name can stand in `text`, which may be a raw `textContent` with blocks glued together:
   * cheap, may say true wrongly, never false wrongly.
   */
  mayContain(text: string): boolean;
  /**
   * Where names may begin in such a text, ascending: offsets of UTF-16 units. Holds the beginning of every candidate that
   * `findCandidates` has for any stretch of it, and little else. Given `beyond`, of names that end at it or before, a case
   * ending left out, hardly any is there.
   */
  places(text: string, beyond?: number): readonly number[];
  /**
   * All candidates of one block's text, longest name first, not overlapping, in order of place. White space may stand as
   * in a page's source: runs count as one space; a line break counts as the end of a line, so one that a browser shows as
   * a space must be given as a space.
   */
  findCandidates(text: string, language?: string): readonly Candidate[];
}

/** What the content script, `annotate` and `eval` all use. Built once from the compiled name index. */
export interface Matcher extends NameFinder {
  /** The mentions of each block, decided with the evidence of all blocks given. Pure: same input, same answer. */
  decide(blocks: readonly CandidateBlock[]): Mention[][];
  /** The same piece by piece: yields whenever it may be interrupted, and returns the mentions. */
  deciding(blocks: readonly CandidateBlock[]): Generator<void, Mention[][]>;
  /** The mention's reasons as sentences for a reader, in English unless phrases of another language are given. */
  explain(mention: Mention, phrases?: ExplainPhrases): string[];
  /** Whether the entity is under a listing now, was, or neither: what the line style shows. */
  standing(entity: string): 'listed' | 'was-listed' | 'none';
  /** The entity's display name. */
  entityName(entity: string): string;
}
