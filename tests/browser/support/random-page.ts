/**
 * Runs in a page: builds a random tree, watches it while it is changed at random, and compares what is marked in the end with
 * what a fresh watch marks in a copy that went through the same changes unwatched. Bundled for the page; the made-up trees come
 * from the test.
 */
import names from '../../../data/compiled/names.json';
import { createMatcher } from '../../../src/match/matcher.ts';
import { watchPage, type PageWatch } from '../../../src/page/watch-page.ts';

/** A text, or an element; `shadow` and `frame` are what stands in its shadow root or, in an iframe, its document. */
export type RandomNode =
  | string
  | { tag: string; children: RandomNode[]; shadow?: RandomNode[]; isEditable?: boolean; isHidden?: boolean };

/** Nodes are named by a number of any size: of all nodes there are, in order, the one at its rest. */
export type RandomChange =
  | { type: 'insert'; into: number; before: number; node: RandomNode }
  | { type: 'remove' | 'normalise' | 'toggle-editable' | 'toggle-hidden'; at: number }
  | { type: 'move'; at: number; into: number; before: number }
  | { type: 'write'; at: number; text: string }
  | { type: 'split'; at: number; offset: number }
  | { type: 'empty'; at: number }
  | { type: 'wait'; ms: number };

export interface RandomCase {
  tree: RandomNode[];
  changes: RandomChange[];
}

const matcher = createMatcher(names);
const limitMs = 6000;

function create(document: Document, node: RandomNode): Node {
  if (typeof node === 'string') return document.createTextNode(node);
  const element = document.createElement(node.tag);
  if (node.tag === 'script') element.setAttribute('type', 'text/plain');
  if (node.isEditable) element.setAttribute('contenteditable', '');
  if (node.isHidden) element.hidden = true;
  if (node.shadow) {
    // Before it stands in the page: nothing tells of a shadow root that comes later.
    element.attachShadow({ mode: 'open' }).append(...node.shadow.map((each) => create(document, each)));
  }
  element.append(...node.children.map((each) => create(document, each)));
  return element;
}

/** An iframe has its document only where it stands in the page; what was to be in it is kept until then. */
function fillFrames(node: Node): void {
  if (node.nodeType !== 1) return;
  for (const frame of [node as Element, ...(node as Element).querySelectorAll('iframe')]) {
    if (frame.localName !== 'iframe') continue;
    const inner = (frame as HTMLIFrameElement).contentDocument;
    if (inner?.body.childNodes.length === 0) inner.body.append(...frame.childNodes);
  }
}

/** Text nodes and elements of a document in order, with those in shadow roots and frames. */
function nodesOf(top: Node): (Element | Text)[] {
  const found: (Element | Text)[] = [];
  const visit = (parent: Node) => {
    for (const node of parent.childNodes) {
      found.push(node as Element | Text);
      const { shadowRoot, contentDocument } = node as Partial<HTMLIFrameElement>;
      if (shadowRoot) visit(shadowRoot);
      if (contentDocument?.body) visit(contentDocument.body);
      visit(node);
    }
  };
  visit(top);
  return found;
}

function change(document: Document, what: RandomChange): void {
  if (what.type === 'wait') return;
  const all = nodesOf(document.body);
  const elements = all.filter((node): node is Element => node.nodeType === 1);
  const texts = all.filter((node): node is Text => node.nodeType === 3);
  const pick = <T>(list: readonly T[], at: number) => list[at % Math.max(1, list.length)];
  const put = (node: Node, into: number, before: number) => {
    const parent: Node = pick([document.body, ...elements], into)!;
    if (node.contains(parent) || parent.nodeName === 'IFRAME') return;
    const places = [...parent.childNodes, null];
    try {
      parent.insertBefore(node, pick(places, before)!);
    } catch {
      // Into its own shadow root.
      return;
    }
    fillFrames(node);
  };
  switch (what.type) {
    case 'insert':
      put(create(document, what.node), what.into, what.before);
      return;
    case 'move': {
      const node = pick(all, what.at);
      if (node) put(node, what.into, what.before);
      return;
    }
    case 'remove':
      pick(all, what.at)?.remove();
      return;
    case 'empty':
      pick(elements, what.at)?.replaceChildren();
      return;
    case 'normalise':
      pick([document.body, ...elements], what.at)!.normalize();
      return;
    case 'toggle-editable':
      pick(elements, what.at)?.toggleAttribute('contenteditable');
      return;
    case 'toggle-hidden':
      pick(elements, what.at)?.toggleAttribute('hidden');
      return;
    case 'write': {
      const text = pick(texts, what.at);
      if (text) text.data = what.text;
      return;
    }
    case 'split': {
      const text = pick(texts, what.at);
      text?.splitText(what.offset % (text.length + 1));
    }
  }
}

/** Where a node stands, as the places of its ancestors, also across shadow roots and frames. */
function placeOf(node: Node, top: Document): string {
  const parent = node.parentNode;
  if (parent) return `${placeOf(parent, top)}/${[...parent.childNodes].indexOf(node as ChildNode)}`;
  if ('host' in node) return `${placeOf(node.host as Element, top)}/shadow`;
  const frame = node !== top && (node as Document).defaultView?.frameElement;
  return frame ? `${placeOf(frame, top)}/frame` : '';
}

/**
 * Afresh, a shadow root on a plain element that has children as well is not looked for: it would cost too much on every page.
 * What is known of one that was there before also counts for the sense of names around it.
 */
const hasUnsoughtRoot = (top: Document) =>
  nodesOf(top.body).some(
    (node) =>
      'shadowRoot' in node && node.shadowRoot && !node.localName.includes('-') && node.hasChildNodes(),
  );

const marksOf = (watch: PageWatch, top: Document) =>
  watch.mentions().map(({ entity, surface, range }) => {
    const start = `${placeOf(range.startContainer, top)}:${range.startOffset}`;
    const end = `${placeOf(range.endContainer, top)}:${range.endOffset}`;
    return `${entity} "${surface}" ${start} – ${end}`;
  });

function open(tree: RandomNode[]): Document {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const { contentDocument } = frame;
  for (const node of tree) {
    const made = create(contentDocument!, node);
    contentDocument!.body.append(made);
    fillFrames(made);
  }
  return contentDocument!;
}
const watch = (watched: Document, signal: AbortSignal) =>
  watchPage({
    document: watched,
    matcher,
    signal,
    settings: { style: 'line', density: 'every-mention', isShown: () => true },
  });
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Null when both came out alike; otherwise what was marked and what should have been. */
async function compare({
  tree,
  changes,
}: RandomCase): Promise<{ marked: string[]; fresh: string[]; html: string } | null> {
  const ending = new AbortController();
  const followed = open(tree);
  const copy = open(tree);
  try {
    const following = watch(followed, ending.signal);
    for (const what of changes) {
      if (what.type === 'wait') await wait(what.ms);
      change(followed, what);
    }
    let isComparable = !hasUnsoughtRoot(copy);
    for (const what of changes) {
      change(copy, what);
      isComparable &&= !hasUnsoughtRoot(copy);
    }
    if (copy.body.innerHTML !== followed.body.innerHTML) throw new Error('the copy came out otherwise');
    if (!isComparable) return null;
    const afresh = watch(copy, ending.signal);
    await Promise.all([following.firstScan, afresh.firstScan]);
    const end = performance.now() + limitMs;
    for (;;) {
      const marked = marksOf(following, followed);
      const fresh = marksOf(afresh, copy);
      // Frames are read after the rest, so the fresh ones too need their time.
      if (marked.join() === fresh.join() && performance.now() > end - limitMs + 250) return null;
      if (performance.now() > end) return { marked, fresh, html: copy.body.innerHTML };
      await wait(50);
    }
  } finally {
    ending.abort();
    for (const each of [followed, copy]) each.defaultView?.frameElement?.remove();
  }
}

/** `cases` is JSON: Firefox's driver takes no objects but plain ones. */
export async function compareAll(cases: string): Promise<object[]> {
  return (await Promise.all((JSON.parse(cases) as RandomCase[]).map(compare))).flatMap(
    (difference) => difference ?? [],
  );
}
