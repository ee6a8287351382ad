/**
 * Joins blocks between which no break is seen: `NSO <div style="display:inline">Group</div>` is one name. Blocks are told by
 * tag; style is computed only where a name runs on across the edge of one.
 */
import type { NameFinder } from '../match/types.ts';
import { createTextWalker, documentOf, tagOf, viewOf } from './dom.ts';
import { isBlockTag } from './elements.ts';
import { crossedElements } from './find-candidate-blocks.ts';
import { languageOf, readRun } from './read-blocks.ts';
import type { TextBlock } from './text-block.ts';
import { runAround } from './text-runs.ts';

/** How far to each side of an edge a name is looked for. */
const nameReach = 64;
/** No name runs across more edges than this. */
const mostEdges = 3;
const blank = /^\s*$/;
/** A name does not run on behind these. */
const endsSentence = /[.!?:;…。]["”’»)\]]*\s*$/;

/**
 * `blocks` in document order, of the tree below `root`; `texts` are the text nodes of the stretch that they stand in in which
 * a name may begin.
 */
export function joinSplitNames(
  blocks: readonly TextBlock[],
  texts: readonly Text[],
  root: Node,
  matcher: Pick<NameFinder, 'findCandidates' | 'places'>,
): TextBlock[] {
  const joined: TextBlock[] = [];
  const beginnings = new Set(texts);
  const lastBlock = blocks.at(-1);
  for (let block of blocks) {
    // What was joined to the block before is no block of its own any more.
    if (joined.at(-1)?.nodes.includes(block.nodes[0]!)) continue;
    // What follows the last block may belong to another stretch, of which nothing is known.
    if (block !== lastBlock && !hasBeginningNearEnd(block, beginnings)) {
      joined.push(block);
      continue;
    }
    for (let k = 0; k < mostEdges; k++) {
      const longer = endsSentence.test(block.text) ? null : withNext(block, root, matcher);
      if (!longer) break;
      block = longer;
    }
    joined.push(block);
  }
  return joined;
}

function hasBeginningNearEnd({ text, nodes, starts }: TextBlock, beginnings: ReadonlySet<Text>): boolean {
  for (let k = nodes.length - 1; k >= 0; k--) {
    if (beginnings.has(nodes[k]!)) return true;
    if (text.length - starts[k]! >= nameReach) break;
  }
  return false;
}

/** The block with the one that follows it, if a name runs across and the page shows no break; else null. */
function withNext(
  block: TextBlock,
  root: Node,
  matcher: Pick<NameFinder, 'findCandidates' | 'places'>,
): TextBlock | null {
  const last = block.nodes.at(-1)!;
  const walker = createTextWalker(root);
  walker.currentNode = last;
  const between: Text[] = [];
  const tail = block.text.slice(-nameReach);
  let before = tail;
  let next = walker.nextNode() as Text | null;
  for (; next && blank.test(next.data); next = walker.nextNode() as Text | null) {
    between.push(next);
    before += next.data;
  }
  if (!next) return null;
  const around = before + next.data.slice(0, nameReach);
  const [begin = Infinity] = matcher.places(around, before.length);
  if (begin >= tail.length) return null;
  const runsOn = matcher
    .findCandidates(around, languageOf(block.element) ?? undefined)
    .some(({ start, end }) => start < tail.length && end > before.length);
  if (!runsOn) return null;
  const crossed = crossedElements(last, next);
  // Without a block's edge in between it is two `<br>`, or something left out, that keeps them apart.
  if (!crossed.some((element) => isBlockTag(tagOf(element))) || !crossed.every(isShownInline)) return null;
  const following = readRun(runAround(next)).find(({ nodes }) => nodes.includes(next));
  // Blank text may already be the beginning of the block that follows.
  const added = between.filter((text) => !following?.nodes.includes(text));
  if (!following || following.nodes[0] === block.nodes[0]) return null;
  let { text } = block;
  const nodes = [...block.nodes];
  const starts = [...block.starts];
  for (const node of added) {
    nodes.push(node);
    starts.push(text.length);
    text += node.data;
  }
  for (const start of following.starts) starts.push(text.length + start);
  nodes.push(...following.nodes);
  return { text: text + following.text, nodes, starts, element: block.element };
}

function isShownInline(element: Element): boolean {
  if (!isBlockTag(tagOf(element))) return true;
  const style = viewOf(documentOf(element))?.getComputedStyle(element);
  return style?.float === 'none' && /^(inline|contents)$/.test(style.display);
}
