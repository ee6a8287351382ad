/** Makes a page's trees, keeps the candidate blocks of each in document order, and finds the trees inside a tree. */
import { finish } from '../match/finish.ts';
import { partitionPoint } from '../match/partition-point.ts';
import {
  documentOf,
  isBefore,
  isConnected,
  isElement,
  isWholeDocumentEditable,
  queryAll,
  rootOf,
  shadowRootOf,
  tagOf,
  typeOf,
  viewOf,
} from './dom.ts';
import type { CandidateBlock, PageRoot } from './page-model.ts';
import { isSameBlock, type TextBlock } from './text-block.ts';

export function createPageRoot(
  node: Document | ShadowRoot,
  host: Element | null,
  parent: PageRoot | null,
): PageRoot {
  const root: PageRoot = {
    node,
    document: typeOf(node) === 9 ? (node as Document) : documentOf(node),
    host,
    parent,
    children: new Set(),
    blocks: [],
    blockOf: new WeakMap(),
    ending: new AbortController(),
  };
  parent?.children.add(root);
  return root;
}

/** The block kept so far with the same words at the same nodes, if any. */
export function sameBlockIn(root: PageRoot, read: TextBlock): CandidateBlock | null {
  const kept = root.blockOf.get(read.nodes[0]!);
  return kept && isSameBlock(kept, read) ? kept : null;
}

/**
 * Puts blocks that follow one another in the page at their place. Cheap where they come after all others or after
 * `hint` (the index that the previous call returned); otherwise a binary search in document order.
 */
export function insertBlocks(root: PageRoot, fresh: readonly CandidateBlock[], hint = -1): number {
  const { blocks, blockOf } = root;
  const first = fresh[0]?.nodes[0];
  if (!first) return hint;
  const comesBefore = (block: CandidateBlock) => isBefore(block.nodes[0]!, first);
  let low = 0;
  let high = blocks.length;
  if (high > 0 && comesBefore(blocks[high - 1]!)) low = high;
  else if (hint >= 0 && hint < high && comesBefore(blocks[hint]!)) {
    low = hint + 1;
    if (!comesBefore(blocks[low]!)) high = low;
  }
  const place = partitionPoint(blocks, comesBefore, low, high);
  blocks.splice(place, 0, ...fresh);
  for (const block of fresh) for (const node of block.nodes) blockOf.set(node, block);
  return place + fresh.length - 1;
}

/** Takes blocks out; their text nodes are free again. */
export function removeBlocks(root: PageRoot, gone: ReadonlySet<CandidateBlock>): void {
  if (gone.size < 8) {
    for (const block of gone) {
      const at = root.blocks.indexOf(block);
      if (at >= 0) root.blocks.splice(at, 1);
    }
  } else {
    let kept = 0;
    for (const block of root.blocks) if (!gone.has(block)) root.blocks[kept++] = block;
    root.blocks.length = kept;
  }
  for (const block of gone) {
    for (const node of block.nodes) if (root.blockOf.get(node) === block) root.blockOf.delete(node);
  }
}

/** Whether a node stands in the page and in this tree of it. */
export const belongsTo = (root: PageRoot, node: Node): boolean =>
  isConnected(node) && rootOf(node) === root.node;

/** The blocks of which a text node has left the page (or moved to another tree). */
export function lostBlocks(root: PageRoot): CandidateBlock[] {
  return root.blocks.filter(({ nodes }) => !nodes.every((node) => belongsTo(root, node)));
}

/** All blocks of a root and of the trees inside it, in the order in which a reader meets them. */
export function blocksInOrder(root: PageRoot): CandidateBlock[] {
  const inner = [...root.children].filter(
    (child) => (child.blocks.length > 0 || child.children.size > 0) && !isLost(child),
  );
  if (inner.length === 0) return root.blocks;
  const placed = inner.map((child) => {
    const host = child.host!;
    return { child, host, at: partitionPoint(root.blocks, ({ nodes }) => isBefore(nodes[0]!, host)) };
  });
  placed.sort((one, other) => one.at - other.at || (isBefore(one.host, other.host) ? -1 : 1));
  const ordered: CandidateBlock[][] = [];
  let from = 0;
  for (const { child, at } of placed) {
    ordered.push(root.blocks.slice(from, at), blocksInOrder(child));
    from = at;
  }
  return [...ordered, root.blocks.slice(from)].flat();
}

/**
 * Frames, and elements that can have a shadow root and commonly do: custom ones, and plain containers without children of
 * their own. Written as "not the common tags" because no selector names custom elements, and asking each element costs ten
 * times this; as two questions, because in one list they take Chromium three times as long.
 */
const hostSelector = `:not(p,a,span,div,b,em,i,strong,li,td,tr,ul,ol,h1,h2,h3,h4,h5,h6,section,img,br,small,sup,sub,time,cite,code,
  table,tbody,thead,th,article,header,footer,nav,main,aside,figure,figcaption,picture,source,button,input,label,form,svg,path,g,use,
  script,style,link,meta,title,head,html,body,noscript,option,select,blockquote,pre,hr,video,dl,dt,dd)`;
const plainHosts = new Set('div span section article aside p main header footer nav'.split(' '));

export interface InnerTrees {
  shadowRoots: { host: Element; node: ShadowRoot }[];
  frames: Element[];
  /** Custom elements without an open shadow root as yet. */
  waiting: Element[];
}

/** The trees directly inside a subtree (its top element included). */
export const findInnerTrees = (node: Node): InnerTrees => finish(findingInnerTrees(node));

/** The same; yields between questions, each of which takes milliseconds on a large page. */
export function* findingInnerTrees(node: Node): Generator<void, InnerTrees> {
  const found: InnerTrees = { shadowRoots: [], frames: [], waiting: [] };
  const hosts: Element[] = isElement(node) ? [node] : [];
  // Most of what comes into a page holds text alone.
  if (!isElement(node) || node.childElementCount !== 0) {
    // One by one: as many arguments as a drawing has shapes are more than a call takes.
    for (const host of queryAll(node, hostSelector)) hosts.push(host);
    yield;
    for (const empty of queryAll(node, ':empty')) if (plainHosts.has(tagOf(empty))) hosts.push(empty);
  }
  for (const host of hosts) {
    const shadow = shadowRootOf(host);
    if (shadow) found.shadowRoots.push({ host, node: shadow });
    else if (tagOf(host).includes('-')) found.waiting.push(host);
    else if (tagOf(host) === 'iframe' || tagOf(host) === 'frame') found.frames.push(host);
  }
  return found;
}

/** Whether a tree inside another is no longer what its host shows: the host has left, or the frame went on. */
export function isLost({ node, host }: PageRoot): boolean {
  // First of all whether it lives: Firefox answers nothing of the document of a frame that moved. A shadow root stands where its
  // host does, and a frame that has left shows no document.
  return !isConnected(node) || (!('host' in node) && readableFrameDocument(host!) !== node);
}

/** The document of a frame that is of the page's own origin and is there to be read; null otherwise. */
export function readableFrameDocument(frame: Element): Document | null {
  try {
    const document = (frame as HTMLIFrameElement).contentDocument;
    // An editor that makes its whole document editable is somebody's own writing.
    return document && viewOf(document) && !isWholeDocumentEditable(document) ? document : null;
  } catch {
    return null;
  }
}
