/** Makes candidate blocks, those in which a name stands, from blocks that were read. */
import { NONE, scriptOf } from '../match/characters.ts';
import type { Candidate, NameFinder } from '../match/types.ts';
import { composedParent, documentOf, viewOf } from './dom.ts';
import type { CandidateBlock, PageRoot } from './page-model.ts';
import { languageOf } from './read-blocks.ts';
import { cutBlock, pieceAt, shownText, type TextBlock } from './text-block.ts';

/** The blocks with candidates among those read. Computes style only where words touch, or a name runs, across elements. */
export function findCandidateBlocks(
  read: readonly TextBlock[],
  root: PageRoot,
  matcher: NameFinder,
): CandidateBlock[] {
  const found: CandidateBlock[] = [];
  const look = (block: TextBlock) => {
    const candidates = matcher.findCandidates(shownText(block), languageOf(block.element) ?? undefined);
    if (candidates.length === 0) return;
    const parts = block.nodes.length > 1 ? cutAtBreaks(block, crossedEdges(block, candidates)) : null;
    if (parts) parts.forEach(look);
    else found.push({ ...block, root, candidates, mentions: [], marks: [] });
  };
  for (const block of read) {
    const edges = block.nodes.length > 1 ? gluedEdges(block) : [];
    const parts = edges.length > 0 && matcher.mayContain(block.text) ? cutAtBreaks(block, edges) : null;
    if (parts) parts.forEach(look);
    else look(block);
  }
  return found;
}

/** The block in parts if any of the pieces begins at a visual break. */
function cutAtBreaks(block: TextBlock, edges: readonly number[]): TextBlock[] | null {
  const cuts = edges.filter((edge) => isVisualBreak(block, edge));
  return cuts.length > 0 ? cutBlock(block, cuts) : null;
}

/** Pieces that begin in the middle of a word by the letters alone: `<span>Photo</span><span>NSO</span>`. */
function gluedEdges(block: TextBlock): number[] {
  const edges: number[] = [];
  for (let k = 1; k < block.starts.length; k++) {
    const at = block.starts[k]!;
    if (scriptOf(block.text.charCodeAt(at)) !== NONE && scriptOf(block.text.charCodeAt(at - 1)) !== NONE)
      edges.push(k);
  }
  return edges;
}

/** The pieces that begin inside a candidate: ascending, as the candidates are, which do not overlap. */
function crossedEdges(block: TextBlock, candidates: readonly Candidate[]): number[] {
  const edges: number[] = [];
  for (const { start, end } of candidates) {
    const last = pieceAt(block, end - 1);
    for (let k = pieceAt(block, start) + 1; k <= last; k++) edges.push(k);
  }
  return edges;
}

/** Whether an inline element that the page shows as a block lies between piece `edge` and the one before it. */
function isVisualBreak(block: TextBlock, edge: number): boolean {
  const before = block.nodes[edge - 1]!;
  const view = viewOf(documentOf(before));
  if (!view) return false;
  return crossedElements(before, block.nodes[edge]!).some((element) => {
    const style = view.getComputedStyle(element);
    // A floated first letter is displayed as a block but read as part of its word.
    return style.float === 'none' && /^(block|flex|grid|flow-root|list-item|table)/.test(style.display);
  });
}

/** The elements whose edges lie between two nodes. Both are climbed from in turns: neither then gets far above what holds both. */
export function crossedElements(before: Node, after: Node): Element[] {
  const left = new Set<Element>();
  const entered = new Set<Element>();
  let outer = composedParent(before);
  let inner = composedParent(after);
  while (outer || inner) {
    if (outer) left.add(outer);
    if (inner) entered.add(inner);
    const common = outer && entered.has(outer) ? outer : inner && left.has(inner) ? inner : null;
    if (common) return [entered, left].flatMap((path) => [...path].slice(0, [...path].indexOf(common)));
    outer &&= composedParent(outer);
    inner &&= composedParent(inner);
  }
  return [];
}
