/**
 * Keeps the marks of each block in line with what the matcher decides and what the reader chose to see, and has them painted.
 * Works in slices: between two of them the page and the settings may change.
 */
import { finish } from '../match/finish.ts';
import type { Matcher, Mention } from '../match/types.ts';
import { createChoice, updateMarks } from './choose-marks.ts';
import type { NearView } from './near-view.ts';
import { mostMarksAnywhere } from './pacing.ts';
import { isSameMention } from './page-mark.ts';
import type { MarkingSettings } from './page-mention.ts';
import type { CandidateBlock, PageMark } from './page-model.ts';
import type { PaintPlan } from './paint-plan.ts';
import type { Step } from './slices.ts';

export interface MarkerOptions {
  /** All blocks in which a name stands, in document order. */
  blocks: () => readonly CandidateBlock[];
  matcher: Pick<Matcher, 'deciding'>;
  /** Read anew each time: the caller changes it in place. */
  settings: Readonly<MarkingSettings>;
  /** The page's address as it is now. */
  addressNow: () => string;
  nearView: NearView;
  paints: PaintPlan;
  /** Nothing is decided or painted once it is aborted. */
  signal: AbortSignal;
  /** Where marks stand is about to change: what was remembered of it holds no longer. */
  onMove: () => void;
  /** A block's marks changed. */
  onChange: (removed: readonly PageMark[], added: readonly PageMark[]) => void;
}

export interface Marker {
  /** Candidates came or went: the next `deciding` has something to do. */
  candidatesChanged(): void;
  /**
   * Decides over the whole page, if candidates changed, and brings marks and paint in line. `isNearDone`: what was found since
   * the last time is not near the view.
   */
  deciding(isNearDone: boolean): Generator<Step>;
  /** Applies the settings to what was decided, at once and in one go: who switches something off wants it gone. */
  chooseAgain(): void;
  /** The block goes, and its marks at once with it. */
  remove(block: CandidateBlock): void;
}

/** How many blocks are gone over between two yields. */
export const blocksPerStep = 16;

export function createMarker(options: MarkerOptions): Marker {
  const { blocks, settings, addressNow, nearView, paints, signal, onMove, onChange } = options;
  let isUndecided = false;
  /** Blocks of which other mentions were decided than those that their marks were made of. */
  const unapplied = new Set<CandidateBlock>();
  /** Which run of `applying` is the newest. */
  let newestTurn: object = {};
  /** The page's address when all was last gone over: what is shown may go by it, and a page changes it without loading. */
  let appliedAddress = '';

  function* deciding(isNearDone: boolean): Generator<Step> {
    onMove();
    if (!isUndecided || signal.aborted) return;
    isUndecided = false;
    const all = blocks();
    const decided = yield* options.matcher.deciding(all);
    all.forEach((block, k) => {
      const mentions = decided[k] ?? [];
      if (!areSame(block.mentions, mentions)) unapplied.add(block);
      block.mentions = mentions;
    });
    yield* applying(all, isNearDone, settings.density !== 'every-mention' || addressNow() !== appliedAddress);
  }

  /**
   * May be interrupted by changes of the page and of the settings: blocks that have gone are passed over, a later call takes over.
   * `isAll`: also where the same mentions were decided as before.
   */
  function* applying(all: readonly CandidateBlock[], isNearDone: boolean, isAll: boolean): Generator<Step> {
    const turn = {};
    newestTurn = turn;
    const isOver = () => newestTurn !== turn || signal.aborted;
    const address = addressNow();
    const choose = createChoice(settings);
    let count = 0;
    let step = 0;
    for (const block of all) {
      if (!isAll && !unapplied.has(block)) {
        count += block.marks.length;
        continue;
      }
      const mentions = choose(block);
      count += mentions.length;
      if (count > mostMarksAnywhere) paints.crowd();
      if (isKept(block)) apply(block, mentions, isNearDone);
      if (++step % blocksPerStep > 0) continue;
      onMove();
      yield;
      if (isOver()) return;
    }
    yield* nearView.observing();
    // Highlights take milliseconds to fill; what is near the view waits for nothing.
    if (isNearDone) yield 'pause';
    if (isOver()) return;
    unapplied.clear();
    if (isAll) appliedAddress = address;
    onMove();
    paints.paint(count <= mostMarksAnywhere);
  }

  function apply(block: CandidateBlock, mentions: readonly Mention[], isFar: boolean): void {
    const change = updateMarks(block, mentions);
    if (change) {
      paints.drop(change.removed);
      paints.change(block);
      block.marks = change.marks;
      onChange(change.removed, change.added);
    }
    // A block that was taken out and put in again (its text moved) lost its watch with its marks.
    if (block.marks.length > 0) nearView.watch(block, isFar);
    else nearView.unwatch(block);
  }

  return {
    candidatesChanged: () => (isUndecided = true),
    deciding,
    chooseAgain() {
      finish(applying(blocks(), false, true));
    },
    remove(block) {
      paints.remove(block);
      const { marks } = block;
      if (marks.length === 0) return;
      block.marks = [];
      block.mentions = [];
      nearView.unwatch(block);
      onChange(marks, []);
    },
  };
}

const areSame = (some: readonly Mention[], others: readonly Mention[]) =>
  some.length === others.length && some.every((mention, k) => isSameMention(mention, others[k]!));

/** Whether the block still stands where it was read: parts of the page may have gone since. */
const isKept = (block: CandidateBlock) => block.root.blockOf.get(block.nodes[0]!) === block;
