/** Makes candidate blocks, those in which a name stands, from blocks that were read. */
import { NONE, scriptOf } from '../match/characters.ts';
import type { Candidate, NameFinder } from '../match/types.ts';
import { composedParent, containsNode, viewOf } from './dom.ts';
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
  const take = (block: TextBlock, edges: readonly number[]) => {
    const cuts = edges.filter((edge) => isVisualBreak(block, edge));
    if (cuts.length > 0) for (const part of cutBlock(block, cuts)) take(part, []);
    else look(block, edges.length === 0);
  };
  const look = (block: TextBlock, checksEdges: boolean) => {
    const candidates = matcher.findCandidates(shownText(block), languageOf(block.element) ?? undefined);
    if (candidates.length === 0) return;
    const cuts =
      checksEdges || block.nodes.length > 1
        ? crossedEdges(block, candidates).filter((edge) => isVisualBreak(block, edge))
        : [];
    if (cuts.length > 0) for (const part of cutBlock(block, cuts)) look(part, false);
    else found.push({ ...block, root, candidates, mentions: [], marks: [] });
  };
  for (const block of read) {
    const edges = block.nodes.length > 1 ? gluedEdges(block) : [];
    take(block, edges.length > 0 && matcher.mayContain(block.text) ? edges : []);
  }
  return found;
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

/** The pieces that begin inside a candidate. */
function crossedEdges(block: TextBlock, candidates: readonly Candidate[]): number[] {
  const edges = new Set<number>();
  for (const { start, end } of candidates) {
    const last = pieceAt(block, end - 1);
    for (let k = pieceAt(block, start) + 1; k <= last; k++) edges.add(k);
  }
  return [...edges].sort((one, other) => one - other);
}

/** Whether an inline element that the page shows as a block lies between piece `edge` and the one before it. */
function isVisualBreak(block: TextBlock, edge: number): boolean {
  const before = block.nodes[edge - 1]!;
  const view = viewOf(before.ownerDocument);
  if (!view) return false;
  return crossedElements(before, block.nodes[edge]!, block.element).some((element) => {
    const style = view.getComputedStyle(element);
    // A floated first letter is displayed as a block but read as part of its word.
    return style.float === 'none' && /^(block|flex|grid|flow-root|list-item|table)/.test(style.display);
  });
}

/** The elements whose edges lie between two nodes; `within` holds the first and bounds the look upwards if it holds both. */
export function crossedElements(before: Node, after: Node, within: Element): Element[] {
  const path: Element[] = [];
  const isInside = containsNode(within, after);
  for (let element = composedParent(before); element; element = composedParent(element)) {
    path.push(element);
    if (isInside && element === within) break;
  }
  const crossed: Element[] = [];
  for (let element = composedParent(after); element; element = composedParent(element)) {
    const common = path.indexOf(element);
    if (common >= 0) return [...crossed, ...path.slice(0, common)];
    crossed.push(element);
  }
  return [];
}
