/**
 * Reads the DOM in ways that a page cannot clobber.
 *
 * `<form><input name="firstChild">` makes `form.firstChild` that input, also in a content script's own world, and
 * `<img name="querySelectorAll">` does the same to a document. The prototypes' own getters and methods see past that.
 * Where those are not native (a DOM in Node), plain property access is used: nothing hostile runs there.
 */
type Owner = 'Node' | 'Element' | 'Document' | 'EventTarget';
type Call<N, I extends unknown[], T> = (this: N, ...input: I) => T;

/** The prototype's own; null where there is none that is native. */
function native(owner: Owner, property: string, part: 'get' | 'value'): unknown {
  const constructor = (globalThis as unknown as Record<Owner, { prototype: object } | undefined>)[owner];
  const found: unknown =
    constructor && Object.getOwnPropertyDescriptor(constructor.prototype, property)?.[part];
  if (typeof found !== 'function') return null;
  return Function.prototype.toString.call(found).includes('[native code]') ? found : null;
}
function getter<N, T>(owner: Owner, property: string): Call<N, [], T> {
  return (native(owner, property, 'get') ??
    function (this: Record<string, unknown>) {
      return this[property];
    }) as Call<N, [], T>;
}
function method<N, I extends unknown[], T>(owner: Owner, property: string): Call<N, I, T> {
  return (native(owner, property, 'value') ??
    function (this: Record<string, (...input: unknown[]) => unknown>, ...input: unknown[]) {
      return this[property]!(...input);
    }) as Call<N, I, T>;
}

// One function each, not one maker for all: the engine then compiles every call to a direct one. Looked up when first used:
// a page without names uses a few, and looking up all cost it half a millisecond.
let getFirstChild: Call<Node, [], ChildNode | null> | undefined;
export const firstChildOf = (node: Node): ChildNode | null =>
  (getFirstChild ??= getter('Node', 'firstChild')).call(node);
let getNextSibling: Call<Node, [], ChildNode | null> | undefined;
export const nextSiblingOf = (node: Node): ChildNode | null =>
  (getNextSibling ??= getter('Node', 'nextSibling')).call(node);
let getPreviousSibling: Call<Node, [], ChildNode | null> | undefined;
export const previousSiblingOf = (node: Node): ChildNode | null =>
  (getPreviousSibling ??= getter('Node', 'previousSibling')).call(node);
let getParentNode: Call<Node, [], ParentNode | null> | undefined;
export const parentOf = (node: Node): ParentNode | null =>
  (getParentNode ??= getter('Node', 'parentNode')).call(node);
let getFirstElement: Call<Element, [], Element | null> | undefined;
export const firstElementOf = (element: Element): Element | null =>
  (getFirstElement ??= getter('Element', 'firstElementChild')).call(element);
let getChildCount: Call<Element, [], number> | undefined;
export const childCountOf = (element: Element): number =>
  (getChildCount ??= getter('Element', 'childElementCount')).call(element);
let getNodeType: Call<Node, [], number> | undefined;
export const typeOf = (node: Node): number => (getNodeType ??= getter('Node', 'nodeType')).call(node);
let getIsConnected: Call<Node, [], boolean> | undefined;
export function isConnected(node: Node): boolean {
  try {
    return (getIsConnected ??= getter('Node', 'isConnected')).call(node);
  } catch {
    // "dead object": Firefox takes everything of a frame's document from us when the frame goes on or away.
    return false;
  }
}
let getTextContent: Call<Node, [], string | null> | undefined;
export const textOf = (node: Node): string =>
  (getTextContent ??= getter('Node', 'textContent')).call(node) ?? '';
let getLocalName: Call<Element, [], string> | undefined;
export const tagOf = (element: Element): string =>
  (getLocalName ??= getter('Element', 'localName')).call(element);
let getShadowRoot: Call<Element, [], ShadowRoot | null> | undefined;
export const shadowRootOf = (element: Element): ShadowRoot | null =>
  (getShadowRoot ??= getter('Element', 'shadowRoot')).call(element);
let getSlot: Call<Element, [], Element | null> | undefined;
/** The slot of an open shadow root that shows the element. */
export const slotOf = (element: Element): Element | null =>
  (getSlot ??= getter('Element', 'assignedSlot')).call(element);

let callGetAttribute: Call<Element, [string], string | null> | undefined;
export const attributeOf = (element: Element, name: string): string | null =>
  (callGetAttribute ??= method('Element', 'getAttribute')).call(element, name);
let callClosest: Call<Element, [string], Element | null> | undefined;
export const closestOf = (element: Element, selector: string): Element | null =>
  (callClosest ??= method('Element', 'closest')).call(element, selector);
let callMatches: Call<Element, [string], boolean> | undefined;
export const matchesSelector = (element: Element, selector: string): boolean =>
  (callMatches ??= method('Element', 'matches')).call(element, selector);
let callContains: Call<Node, [Node], boolean> | undefined;
export const containsNode = (outer: Node, inner: Node): boolean =>
  (callContains ??= method('Node', 'contains')).call(outer, inner);
let callCompare: Call<Node, [Node], number> | undefined;
/** Whether `second` comes after `first` in the same tree. */
export const isBefore = (first: Node, second: Node): boolean =>
  ((callCompare ??= method('Node', 'compareDocumentPosition')).call(first, second) & 4) !== 0;
let callRoot: Call<Node, [], Node> | undefined;
export const rootOf = (node: Node): Node => (callRoot ??= method('Node', 'getRootNode')).call(node);
let callCheckVisibility: Call<Element, [CheckVisibilityOptions], boolean> | undefined;
export const checkVisibility = (element: Element, options: CheckVisibilityOptions): boolean =>
  (callCheckVisibility ??= method('Element', 'checkVisibility')).call(element, options);
let callScrollIntoView: Call<Element, [ScrollIntoViewOptions], void> | undefined;
export const scrollIntoView = (element: Element, options: ScrollIntoViewOptions): void =>
  (callScrollIntoView ??= method('Element', 'scrollIntoView')).call(element, options);
let callScrollBy: Call<Element, [ScrollToOptions], void> | undefined;
export const scrollElementBy = (element: Element, options: ScrollToOptions): void =>
  (callScrollBy ??= method('Element', 'scrollBy')).call(element, options);
let getScrollHeight: Call<Element, [], number> | undefined;
let getClientHeight: Call<Element, [], number> | undefined;
/** Px of the element's content that it scrolls away. */
export const hiddenHeightOf = (element: Element): number =>
  (getScrollHeight ??= getter('Element', 'scrollHeight')).call(element) -
  (getClientHeight ??= getter('Element', 'clientHeight')).call(element);
let getScrollWidth: Call<Element, [], number> | undefined;
let getClientWidth: Call<Element, [], number> | undefined;
export const hiddenWidthOf = (element: Element): number =>
  (getScrollWidth ??= getter('Element', 'scrollWidth')).call(element) -
  (getClientWidth ??= getter('Element', 'clientWidth')).call(element);
let getScrollLeft: Call<Element, [], number> | undefined;
let getScrollTop: Call<Element, [], number> | undefined;
/** Px that the element is scrolled by; `left` is negative from right to left. */
export const scrolledBy = (element: Element): { left: number; top: number } => ({
  left: (getScrollLeft ??= getter('Element', 'scrollLeft')).call(element),
  top: (getScrollTop ??= getter('Element', 'scrollTop')).call(element),
});
let callGetBox: Call<Element, [], DOMRect> | undefined;
export const boxOf = (element: Element): DOMRect =>
  (callGetBox ??= method('Element', 'getBoundingClientRect')).call(element);

let callByTag: Call<Element, [string], HTMLCollectionOf<Element>> | undefined;
export const elementsByTag = (element: Element, tag: string): HTMLCollectionOf<Element> =>
  (callByTag ??= method('Element', 'getElementsByTagName')).call(element, tag);
let callElementQuery: Call<Element, [string], NodeListOf<Element>> | undefined;
let callDocumentQuery: Call<Document, [string], NodeListOf<Element>> | undefined;
export function queryAll(root: Node, selector: string): NodeListOf<Element> {
  if (isElement(root))
    return (callElementQuery ??= method('Element', 'querySelectorAll')).call(root, selector);
  if (typeOf(root) === 9)
    return (callDocumentQuery ??= method('Document', 'querySelectorAll')).call(root as Document, selector);
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

let getDocumentElement: Call<Document, [], HTMLElement | null> | undefined;
export const documentElementOf = (document: Document): Element | null =>
  (getDocumentElement ??= getter('Document', 'documentElement')).call(document);
let getScrollingElement: Call<Document, [], Element | null> | undefined;
export const scrollingElementOf = (document: Document): Element | null =>
  (getScrollingElement ??= getter('Document', 'scrollingElement')).call(document);
let getOwner: Call<Node, [], Document | null> | undefined;
/** The document of a node that is none itself. */
export const documentOf = (node: Node): Document =>
  (getOwner ??= getter('Node', 'ownerDocument')).call(node)!;
let getView: Call<Document, [], Window | null> | undefined;
/** The document's window with its constructors; null for a document without one. */
export const viewOf = (document: Document): (Window & typeof globalThis) | null =>
  (getView ??= getter('Document', 'defaultView')).call(document) as (Window & typeof globalThis) | null;
let getHidden: Call<Document, [], boolean> | undefined;
export const isHiddenTab = (document: Document): boolean =>
  (getHidden ??= getter('Document', 'hidden')).call(document);
let getDesignMode: Call<Document, [], string> | undefined;
export const isWholeDocumentEditable = (document: Document): boolean =>
  (getDesignMode ??= getter('Document', 'designMode')).call(document) === 'on';
let getContentType: Call<Document, [], string> | undefined;
/** Whether it is a page to read: XML, images, PDF viewers and the like are not. */
export function isHtml(document: Document): boolean {
  const type = (getContentType ??= getter('Document', 'contentType')).call(document);
  return type === 'text/html' || type === 'application/xhtml+xml';
}
let callCreateRange: Call<Document, [], Range> | undefined;
export const createRange = (document: Document): Range =>
  (callCreateRange ??= method('Document', 'createRange')).call(document);

let callCreateWalker: Call<Document, [Node, number], TreeWalker> | undefined;
/** Walks the text (and CDATA) nodes of a subtree, and `more`. */
export function createTextWalker(root: Node, more = 0): TreeWalker {
  const document = typeOf(root) === 9 ? (root as Document) : documentOf(root);
  const textNodes = 4 | 8;
  return (callCreateWalker ??= method('Document', 'createTreeWalker')).call(document, root, textNodes | more);
}

let callElementAt: Call<Document, [number, number], Element | null> | undefined;
export const elementAt = (document: Document, x: number, y: number): Element | null =>
  (callElementAt ??= method('Document', 'elementFromPoint')).call(document, x, y);

let callListen: Call<EventTarget, [string, () => void, AddEventListenerOptions], void> | undefined;
export function listen(
  target: EventTarget,
  type: string,
  listener: () => void,
  options: AddEventListenerOptions,
): void {
  (callListen ??= method('EventTarget', 'addEventListener')).call(target, type, listener, options);
}
