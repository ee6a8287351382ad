/** From the matcher's decisions to the marks that are shown: the reader's choices are applied, marks that stay are kept. */
import { partitionPoint } from '../match/partition-point.ts';
import type { Mention } from '../match/types.ts';
import { isBefore, queryAll } from './dom.ts';
import { createMark, isSameMention } from './page-mark.ts';
import { createVisibility } from './place-marks.ts';
import type { MarkingSettings } from './page-mention.ts';
import type { CandidateBlock, PageMark, PageRoot } from './page-model.ts';

/** Tells which of a block's decided mentions to show; to be asked block by block in page order. */
export function createChoice({
  density,
  isShown,
}: Pick<MarkingSettings, 'density' | 'isShown'>): (block: CandidateBlock) => Mention[] {
  const sectionOf = density === 'first-per-section' ? createSections() : null;
  const isVisible = createVisibility();
  const seenIn = new Map<object, Set<string>>();
  return (block) => {
    const mentions = block.mentions.filter((mention) => isShown(mention.entity, mention.name));
    if (!sectionOf || mentions.length === 0) return mentions;
    const here = sectionOf(block);
    let seen = seenIn.get(here);
    if (!seen) seenIn.set(here, (seen = new Set()));
    // What nobody can see is no first mention.
    return mentions.filter(
      (mention) =>
        !seen.has(mention.entity) && (!isVisible(createMark(block, mention)) || seen.add(mention.entity)),
    );
  };
}

/** A section is what stands between two headings (of one document or shadow root). */
function createSections(): (block: CandidateBlock) => object {
  const headingsOf = new Map<PageRoot, Element[]>();
  return ({ root, nodes }) => {
    const headings = headingsOf.get(root) ?? [...queryAll(root.node, 'h1,h2,h3,h4,h5,h6,[role="heading"]')];
    headingsOf.set(root, headings);
    const above = partitionPoint(headings, (heading) => isBefore(heading, nodes[0]!));
    return headings[above - 1] ?? root;
  };
}

export interface MarkChange {
  marks: PageMark[];
  added: PageMark[];
  removed: PageMark[];
}

/** The block's marks for these mentions: the same objects where nothing changed. Null when nothing did. */
export function updateMarks(block: CandidateBlock, mentions: readonly Mention[]): MarkChange | null {
  const old = block.marks;
  if (old.length === mentions.length && old.every((mark, k) => isSameMention(mark.mention, mentions[k]!)))
    return null;
  if (old.length === 0) {
    const added = mentions.map((mention) => createMark(block, mention));
    return { marks: added, added, removed: old };
  }
  // By place, because a page may hold a block of many thousand marks.
  const oldAt = new Map(old.map((mark) => [mark.mention.start, mark]));
  const kept = new Set<PageMark>();
  const added: PageMark[] = [];
  const marks = mentions.map((mention) => {
    const same = oldAt.get(mention.start);
    if (same && isSameMention(same.mention, mention)) {
      kept.add(same);
      return same;
    }
    const mark = createMark(block, mention);
    added.push(mark);
    return mark;
  });
  return { marks, added, removed: old.filter((mark) => !kept.has(mark)) };
}
