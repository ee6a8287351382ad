/**
 * A page's own look-out, as its first script: it notes everything that a page could notice of an extension. Served pages
 * carry it inline; the tests ask it with `witnessOf`. Changes that the page makes itself go through `own`.
 */
import type { Page } from 'puppeteer-core';

export interface Testimony {
  /** DOM changes that the page did not make, one line each. */
  changes: string[];
  /** Whether document, open shadow roots and own frames serialise as they did after the page's own last change. */
  isSameDom: boolean;
  /** Events that no user and no browser made. */
  forgedEvents: string[];
  /** Uncaught errors and rejections. */
  errors: string[];
  /** Calls of patched built-in functions that neither the page nor the test's driver made. */
  foreignCalls: string[];
  /** Properties of window, document, navigator and prototypes that were not there at first. */
  addedProperties: string[];
  /** Cookies, storage keys, databases and caches, beyond what the page put there. */
  stored: string[];
  /** Style sheets and loaded resources that are not the page's. */
  loaded: string[];
}

/** Runs in the page's main world; self-contained. */
function installWitness(): void {
  const changes: string[] = [];
  const forgedEvents: string[] = [];
  const errors: string[] = [];
  const foreignCalls: string[] = [];
  let isOwn = false;
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  const names = (nodes: NodeList) => [...nodes].map((node) => node.nodeName).join();
  const describe = (record: MutationRecord) =>
    `${record.type} of ${record.target.nodeName} ${record.attributeName ?? ''} +[${names(record.addedNodes)}] -[${names(record.removedNodes)}]`;
  const observer = new MutationObserver((records) => changes.push(...records.map(describe)));
  const roots = new Set<Document | ShadowRoot>();
  const html = (root: Document | ShadowRoot) =>
    'documentElement' in root ? root.documentElement.outerHTML : root.innerHTML;
  const serialise = () => [...roots].map(html).join('\n');
  let snapshot = '';

  function watch(root: Document | ShadowRoot): void {
    roots.add(root);
    observer.observe(root, everything);
    snapshot = serialise();
  }
  function own<Result>(change: () => Result): Result {
    changes.push(...observer.takeRecords().map(describe));
    isOwn = true;
    try {
      return change();
    } finally {
      isOwn = false;
      observer.takeRecords();
      snapshot = serialise();
    }
  }

  const places = () => ({
    window,
    document,
    navigator,
    CSS,
    html: document.documentElement,
    'Element.prototype': Element.prototype,
    'Node.prototype': Node.prototype,
    'Document.prototype': Document.prototype,
    'EventTarget.prototype': EventTarget.prototype,
    'Object.prototype': Object.prototype,
    'Array.prototype': Array.prototype,
  });
  const propertiesNow = () =>
    Object.entries(places()).flatMap(([place, object]) =>
      Reflect.ownKeys(object)
        .map((key) => `${place}.${String(key)}`)
        .filter((key) => !/^window\.\d+$/.test(key)),
    );

  // What an extension that shared the page's world would have to call.
  const patch = (owner: object, key: string) => {
    const descriptor = Object.getOwnPropertyDescriptor(owner, key)!;
    const wrap = (part: 'get' | 'value') => {
      const original = descriptor[part] as ((...input: unknown[]) => unknown) | undefined;
      if (typeof original !== 'function') return;
      descriptor[part] = function (this: unknown, ...input: unknown[]) {
        const stack = new Error().stack ?? '';
        if (!isOwn && !stack.includes('pptr:')) foreignCalls.push(`${key}\n${stack}`);
        return Reflect.apply(original, this, input);
      };
    };
    wrap('get');
    wrap('value');
    Object.defineProperty(owner, key, descriptor);
  };
  patch(Document.prototype, 'createRange');
  patch(Document.prototype, 'elementFromPoint');
  patch(Document.prototype, 'querySelectorAll');
  patch(Document.prototype, 'caretPositionFromPoint');
  patch(Node.prototype, 'textContent');
  patch(Node.prototype, 'firstChild');
  patch(Node.prototype, 'compareDocumentPosition');
  patch(Element.prototype, 'attachShadow');
  patch(Element.prototype, 'getBoundingClientRect');
  patch(Highlight.prototype, 'add');
  patch(HighlightRegistry.prototype, 'set');
  patch(window, 'fetch');

  const before = new Set(propertiesNow());
  for (const key of Object.keys(window).filter((each) => each.startsWith('on')))
    window.addEventListener(
      key.slice(2),
      (event) => {
        if (!event.isTrusted && !isOwn) forgedEvents.push(event.type);
      },
      { capture: true },
    );
  window.addEventListener('message', (event) => forgedEvents.push(`message from ${event.origin}`));
  window.addEventListener('error', (event) => errors.push(`${event.message} ${event.filename}`));
  window.addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
  document.addEventListener('DOMContentLoaded', () => watch(document));
  localStorage.setItem('own', 'page');

  async function testify(): Promise<Testimony> {
    changes.push(...observer.takeRecords().map(describe));
    const databases = await indexedDB.databases();
    const cacheNames = 'caches' in window ? await caches.keys() : [];
    return {
      changes,
      isSameDom: serialise() === snapshot,
      forgedEvents,
      errors,
      foreignCalls,
      addedProperties: propertiesNow().filter(
        (key) => !before.has(key) && key !== 'window.witness' && !key.includes('__zone_symbol__'),
      ),
      stored: [
        document.cookie,
        ...Object.keys(localStorage).filter((key) => key !== 'own'),
        ...Object.keys(sessionStorage),
        ...databases.map(({ name = '' }) => name),
        ...cacheNames,
      ].filter((key) => key !== ''),
      loaded: [
        ...[...document.styleSheets]
          .filter((sheet) => !sheet.ownerNode)
          .map((sheet) => sheet.href ?? 'a sheet'),
        ...document.adoptedStyleSheets.map(() => 'an adopted sheet'),
        ...performance
          .getEntriesByType('resource')
          .map((entry) => entry.name)
          .filter((name) => !name.startsWith(location.origin) && !name.startsWith('http://other.example/')),
      ],
    };
  }
  Object.assign(window, { witness: { own, watch, testify } });
}

export interface Witness {
  own<Result>(change: () => Result): Result;
  watch(root: Document | ShadowRoot): void;
  testify(): Promise<Testimony>;
}

declare global {
  // The tests' own handle in the page's main world; only pages that carry the witness have it.
  var witness: Witness;
}

/** Puppeteer's and Vitest's helpers must not be needed by it: it is put into pages as text. */
export const witnessScript = `<script>(${installWitness.toString()})()</script>`;

export const witnessOf = (page: Page): Promise<Testimony> => page.evaluate(() => witness.testify());

/** What a page says that noticed nothing at all. */
export const nothingNoticed: Testimony = {
  changes: [],
  isSameDom: true,
  forgedEvents: [],
  errors: [],
  foreignCalls: [],
  addedProperties: [],
  stored: [],
  loaded: [],
};
