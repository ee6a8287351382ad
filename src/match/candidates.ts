/** A place where known names stand, with what its own words say about each sense: the working form of `Candidate`. */
import type { LocalEvidence } from './local-evidence.ts';
import type { NameNeed } from './index-format.ts';
import type { Candidate } from './types.ts';

/** One entity that a candidate may mean. */
export interface Reading {
  /** Numbers in the index. */
  readonly name: number;
  readonly entity: number;
  readonly need: NameNeed;
  readonly evidence: LocalEvidence;
}

export interface FoundCandidate extends Candidate {
  /** The name's letters in plain lower case: the same for every place where this name stands. */
  readonly key: string;
  readonly readings: readonly Reading[];
  /** Where it begins in its block, and the block's length, with white space as a reader sees it: for distances. */
  readonly place: number;
  readonly blockLength: number;
}
