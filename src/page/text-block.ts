/** One block of a page's text with the map from its offsets back to the text nodes that it was joined from. */
import { partitionPoint } from '../match/partition-point.ts';

/** Text runs joined across inline elements. Piece k is `nodes[k]`, whole, and begins at offset `starts[k]` of `text`. */
export interface TextBlock {
  text: string;
  nodes: Text[];
  starts: number[];
  /** The nearest block-level element around it. */
  element: Element;
}

/** The piece that holds the unit at `offset`; one that begins exactly there counts. */
export function pieceAt(block: TextBlock, offset: number): number {
  return partitionPoint(block.starts, (start) => start <= offset, 1) - 1;
}

/**
 * The DOM place of [start, end): it begins before the first unit and ends after the last, so it never takes in an element
 * that only touches it. Ends are clamped to the nodes' present lengths.
 */
export function placeOf(block: TextBlock, start: number, end: number): StaticRangeInit {
  const first = pieceAt(block, start);
  const last = pieceAt(block, Math.max(start, end - 1));
  const startContainer = block.nodes[first]!;
  const endContainer = block.nodes[last]!;
  return {
    startContainer,
    startOffset: Math.min(start - block.starts[first]!, startContainer.length),
    endContainer,
    endOffset: Math.min(end - block.starts[last]!, endContainer.length),
  };
}

const sourceBreaks = /[\n\r\t\f]/g;

/** The text, unit for unit, with the source's line breaks as the spaces that they show as; those of `<br>` stay. */
export function shownText({ text, nodes, starts }: TextBlock): string {
  if (text.search(sourceBreaks) < 0) return text;
  let shown = '';
  nodes.forEach((node, k) => {
    const start = starts[k]!;
    shown += text.slice(shown.length, start);
    shown += text.slice(start, start + node.length).replace(sourceBreaks, ' ');
  });
  return shown + text.slice(shown.length);
}

/** Whether both are the same words at the same nodes; in the same element too, since that tells what is near the view. */
export function isSameBlock(one: TextBlock, other: TextBlock): boolean {
  return (
    one.text === other.text &&
    one.element === other.element &&
    one.nodes.length === other.nodes.length &&
    one.nodes.every((node, k) => node === other.nodes[k])
  );
}

/** The block cut in two or more before each of the given pieces (ascending, none of them 0). */
export function cutBlock(block: TextBlock, cuts: readonly number[]): TextBlock[] {
  return [0, ...cuts].map((from, k) => {
    const to = cuts[k] ?? block.nodes.length;
    const start = block.starts[from]!;
    return {
      text: block.text.slice(start, block.starts[to] ?? block.text.length),
      nodes: block.nodes.slice(from, to),
      starts: block.starts.slice(from, to).map((offset) => offset - start),
      element: block.element,
    };
  });
}
