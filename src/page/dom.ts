/**
 * Reads the DOM in ways that a page cannot clobber.
 *
 * `<form><input name="firstChild">` makes `form.firstChild` that input, also in a content script's own world, and
 * `<img name="querySelectorAll">` does the same to a document. The prototypes' own getters and methods see past that.
 * Where those are not native (a DOM in Node), plain property access is used: nothing hostile runs there.
 */
type Owner = 'Node' | 'Element' | 'Document' | 'EventTarget';

function native(
  owner: Owner,
  property: string,
  part: 'get' | 'value',
): ((...input: never[]) => unknown) | null {
  const constructor = (globalThis as unknown as Record<Owner, { prototype: object } | undefined>)[owner];
  const found: unknown =
    constructor && Object.getOwnPropertyDescriptor(constructor.prototype, property)?.[part];
  if (typeof found !== 'function') return null;
  return Function.prototype.toString.call(found).includes('[native code]') ? (found as () => unknown) : null;
}
const getter = <N, T>(owner: Owner, property: string) =>
  native(owner, property, 'get') as ((this: N) => T) | null;
const method = <N, I extends unknown[], T>(owner: Owner, property: string) =>
  native(owner, property, 'value') as ((this: N, ...input: I) => T) | null;

// One function each, not one maker for all: the engine then compiles every call to a direct one.
const getFirstChild = getter<Node, ChildNode | null>('Node', 'firstChild');
export const firstChildOf = (node: Node): ChildNode | null =>
  getFirstChild ? getFirstChild.call(node) : node.firstChild;
const getNextSibling = getter<Node, ChildNode | null>('Node', 'nextSibling');
export const nextSiblingOf = (node: Node): ChildNode | null =>
  getNextSibling ? getNextSibling.call(node) : node.nextSibling;
const getPreviousSibling = getter<Node, ChildNode | null>('Node', 'previousSibling');
export const previousSiblingOf = (node: Node): ChildNode | null =>
  getPreviousSibling ? getPreviousSibling.call(node) : node.previousSibling;
const getParentNode = getter<Node, ParentNode | null>('Node', 'parentNode');
export const parentOf = (node: Node): ParentNode | null =>
  getParentNode ? getParentNode.call(node) : node.parentNode;
const getFirstElement = getter<Element, Element | null>('Element', 'firstElementChild');
export const firstElementOf = (element: Element): Element | null =>
  getFirstElement ? getFirstElement.call(element) : element.firstElementChild;
const getNodeType = getter<Node, number>('Node', 'nodeType');
export const typeOf = (node: Node): number => (getNodeType ? getNodeType.call(node) : node.nodeType);
const getIsConnected = getter<Node, boolean>('Node', 'isConnected');
export function isConnected(node: Node): boolean {
  try {
    return getIsConnected ? getIsConnected.call(node) : node.isConnected;
  } catch {
    // "dead object": Firefox takes everything of a frame's document from us when the frame goes on or away.
    return false;
  }
}
const getTextContent = getter<Node, string | null>('Node', 'textContent');
export const textOf = (node: Node): string =>
  (getTextContent ? getTextContent.call(node) : node.textContent) ?? '';
const getLocalName = getter<Element, string>('Element', 'localName');
export const tagOf = (element: Element): string =>
  getLocalName ? getLocalName.call(element) : element.localName;
const getShadowRoot = getter<Element, ShadowRoot | null>('Element', 'shadowRoot');
export const shadowRootOf = (element: Element): ShadowRoot | null =>
  getShadowRoot ? getShadowRoot.call(element) : element.shadowRoot;

const callGetAttribute = method<Element, [string], string | null>('Element', 'getAttribute');
export const attributeOf = (element: Element, name: string): string | null =>
  callGetAttribute ? callGetAttribute.call(element, name) : element.getAttribute(name);
const callClosest = method<Element, [string], Element | null>('Element', 'closest');
export const closestOf = (element: Element, selector: string): Element | null =>
  callClosest ? callClosest.call(element, selector) : element.closest(selector);
const callContains = method<Node, [Node], boolean>('Node', 'contains');
export const containsNode = (outer: Node, inner: Node): boolean =>
  callContains ? callContains.call(outer, inner) : outer.contains(inner);
const callCompare = method<Node, [Node], number>('Node', 'compareDocumentPosition');
/** Whether `second` comes after `first` in the same tree. */
export const isBefore = (first: Node, second: Node): boolean =>
  ((callCompare ? callCompare.call(first, second) : first.compareDocumentPosition(second)) & 4) !== 0;
const callRoot = method<Node, [], Node>('Node', 'getRootNode');
export const rootOf = (node: Node): Node => (callRoot ? callRoot.call(node) : node.getRootNode());
const callGetBox = method<Element, [], DOMRect>('Element', 'getBoundingClientRect');
export const boxOf = (element: Element): DOMRect =>
  callGetBox ? callGetBox.call(element) : element.getBoundingClientRect();

const callByTag = method<Element, [string], HTMLCollectionOf<Element>>('Element', 'getElementsByTagName');
export const elementsByTag = (element: Element, tag: string): HTMLCollectionOf<Element> =>
  callByTag ? callByTag.call(element, tag) : element.getElementsByTagName(tag);
const callElementQuery = method<Element, [string], NodeListOf<Element>>('Element', 'querySelectorAll');
const callDocumentQuery = method<Document, [string], NodeListOf<Element>>('Document', 'querySelectorAll');
export function queryAll(root: Node, selector: string): NodeListOf<Element> {
  if (isElement(root) && callElementQuery) return callElementQuery.call(root, selector);
  if (typeOf(root) === 9 && callDocumentQuery) return callDocumentQuery.call(root as Document, selector);
  return (root as ParentNode).querySelectorAll(selector);
}
/** The first of them; for a few look-ups in a page's head, where finding all costs nothing more. */
export const queryFirst = (root: Node, selector: string): Element | null => queryAll(root, selector).item(0);

export const isElement = (node: Node): node is Element => typeOf(node) === 1;
export const isText = (node: Node): node is Text => {
  const type = typeOf(node);
  return type === 3 || type === 4;
};

/** What Firefox says of a dead object; the second where one is handed to the browser as an element or a range. */
const saysDead = /dead object|does not implement interface/;

/** Does what may meet a frame that is gone, of which Firefox leaves us only "dead objects": then nothing is left to do. */
export function unlessDead(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!saysDead.test(String(error))) throw error;
  }
}

/** The parent element, also across the edge of a shadow root (a shadow root's own is its host); null at the top. */
export function composedParent(node: Node): Element | null {
  const above = typeOf(node) === 11 ? node : parentOf(node);
  if (!above || isElement(above)) return above;
  return typeOf(above) === 11 ? ((above as Partial<ShadowRoot>).host ?? null) : null;
}

const getDocumentElement = getter<Document, HTMLElement | null>('Document', 'documentElement');
export const documentElementOf = (document: Document): Element | null =>
  getDocumentElement ? getDocumentElement.call(document) : document.documentElement;
const getView = getter<Document, Window | null>('Document', 'defaultView');
/** The document's window with its constructors; null for a document without one. */
export const viewOf = (document: Document): (Window & typeof globalThis) | null =>
  (getView ? getView.call(document) : document.defaultView) as (Window & typeof globalThis) | null;
const getHidden = getter<Document, boolean>('Document', 'hidden');
export const isHiddenTab = (document: Document): boolean =>
  getHidden ? getHidden.call(document) : document.hidden;
const getDesignMode = getter<Document, string>('Document', 'designMode');
export const isWholeDocumentEditable = (document: Document): boolean =>
  (getDesignMode ? getDesignMode.call(document) : document.designMode) === 'on';
const getContentType = getter<Document, string>('Document', 'contentType');
/** Whether it is a page to read: XML, images, PDF viewers and the like are not. */
export function isHtml(document: Document): boolean {
  const type = getContentType ? getContentType.call(document) : document.contentType;
  return type === 'text/html' || type === 'application/xhtml+xml';
}
const callCreateRange = method<Document, [], Range>('Document', 'createRange');
export const createRange = (document: Document): Range =>
  callCreateRange ? callCreateRange.call(document) : document.createRange();

const callCreateWalker = method<Document, [Node, number], TreeWalker>('Document', 'createTreeWalker');
/** Walks the text (and CDATA) nodes of a subtree. */
export function createTextWalker(root: Node): TreeWalker {
  const document = typeOf(root) === 9 ? (root as Document) : root.ownerDocument!;
  const textNodes = 4 | 8;
  return callCreateWalker
    ? callCreateWalker.call(document, root, textNodes)
    : document.createTreeWalker(root, textNodes);
}

const callElementAt = method<Document, [number, number], Element | null>('Document', 'elementFromPoint');
export const elementAt = (document: Document, x: number, y: number): Element | null =>
  callElementAt ? callElementAt.call(document, x, y) : document.elementFromPoint(x, y);

const callListen = method<EventTarget, [string, () => void, AddEventListenerOptions], void>(
  'EventTarget',
  'addEventListener',
);
export function listen(
  target: EventTarget,
  type: string,
  listener: () => void,
  options: AddEventListenerOptions,
): void {
  if (callListen) callListen.call(target, type, listener, options);
  else target.addEventListener(type, listener, options);
}
