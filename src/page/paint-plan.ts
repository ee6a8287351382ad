/**
 * Decides which marks are painted, and when. As few as an article has are painted wherever they stand; where there are many,
 * only those near the view.
 *
 * Changes are gathered and painted together, because Chromium goes over the whole page for each frame in which a highlight
 * changed.
 */
import type { NearView } from './near-view.ts';
import { mostMarksPainted, paintRestMs, scanPaintRestMs } from './pacing.ts';
import type { Painter } from './paint-marks.ts';
import type { CandidateBlock, PageMark } from './page-model.ts';

export interface PaintPlan {
  /** The block's marks changed, or where it stands: it is looked at in the next painting. */
  change: (block: CandidateBlock) => void;
  /** Marks that their block no longer has. */
  drop: (marks: readonly PageMark[]) => void;
  /** The block goes: its marks are taken out at once. */
  remove: (block: CandidateBlock) => void;
  /** Blocks came near the view or left it. Paints at once after a pause, and at intervals while the reader goes on scrolling. */
  moved: (blocks: Iterable<CandidateBlock>) => void;
  /** Paints what changed since the last time. `isAnywhere`: also far from the view, there are few. */
  paint: (isAnywhere?: boolean) => void;
  /** There are too many to be painted anywhere: until the next painting only those near the view are. */
  crowd: () => void;
  /** The first scan is over: paint follows the view more closely. */
  followView: () => void;
  stop: () => void;
}

export function createPaintPlan(
  painter: Painter,
  isNear: NearView['isNear'],
  marked: () => Iterable<CandidateBlock>,
  now: () => number,
): PaintPlan {
  /** What the next painting has to look at. */
  const changed = new Set<CandidateBlock>();
  /** Blocks whose marks are painted. */
  const painted = new Set<CandidateBlock>();
  let dropped: PageMark[] = [];
  let isAnywhere = true;
  /** Blocks were announced by `change`, and the caller's own `paint` of them all is still to come. */
  let isAwaited = false;
  let restMs = scanPaintRestMs;
  /** When paint last followed the view. */
  let lastMoveMs = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function paint(isNowAnywhere = isAnywhere): void {
    clearTimeout(timer);
    timer = undefined;
    isAwaited = false;
    if (isNowAnywhere && !isAnywhere) for (const block of marked()) changed.add(block);
    isAnywhere = isNowAnywhere;
    for (const mark of dropped) painter.unpaint(mark);
    dropped = [];
    for (const block of changed) {
      if (block.marks.length === 0 || (!isAnywhere && !isNear(block))) continue;
      for (const mark of block.marks) painter.paint(mark);
      painted.add(block);
    }
    changed.clear();
    if (isAnywhere || painter.count() <= mostMarksPainted) return;
    // What is no longer near the view is taken out only when much is painted.
    for (const block of painted) {
      if (isNear(block)) continue;
      for (const mark of block.marks) painter.unpaint(mark);
      painted.delete(block);
    }
  }

  function follow(): void {
    lastMoveMs = now();
    paint();
  }

  return {
    change(block) {
      changed.add(block);
      isAwaited = true;
    },
    drop(marks) {
      // One by one: as many arguments as a block may have marks are more than a call takes.
      for (const mark of marks) dropped.push(mark);
    },
    remove(block) {
      for (const mark of block.marks) painter.unpaint(mark);
      changed.delete(block);
      painted.delete(block);
    },
    moved(blocks) {
      for (const block of blocks) changed.add(block);
      if (timer !== undefined) return;
      // The caller's own painting, if it is awaited, will mostly come first and do this too.
      const waitMs = isAwaited ? restMs : lastMoveMs + restMs - now();
      if (waitMs > 0) timer = setTimeout(follow, waitMs);
      else follow();
    },
    paint,
    crowd: () => void (isAnywhere = false),
    followView: () => void (restMs = paintRestMs),
    stop: () => clearTimeout(timer),
  };
}
