/** What the browser tests put into a page's isolated world: the watcher with a fake matcher, and a record of what it does. */
import type { PageMention } from '../../../src/page/page-mention.ts';
import { type PageWatch, watchPage } from '../../../src/page/watch-page.ts';
import { createFakeMatcher } from '../../unit/page/fake-matcher.ts';

const names = {
  'NSO Group': 'nso-group',
  NSO: 'nso-group',
  Pegasus: 'pegasus',
  Candiru: 'candiru',
  'Hacking Team': 'hacking-team',
};

function start() {
  const fake = createFakeMatcher(names, { listed: ['nso-group'], wasListed: ['hacking-team'] });
  const readTexts: string[] = [];
  const probedTexts: string[] = [];
  const matcher: typeof fake = {
    ...fake,
    mayContain: (text) => (probedTexts.push(text), fake.mayContain(text)),
    places: (text) => (probedTexts.push(text), fake.places(text)),
    findCandidates: (text, language) => (readTexts.push(text), fake.findCandidates(text, language)),
  };
  const changed: { added: string[]; isScanned: boolean }[] = [];
  let isScanned = false;
  const documents: string[] = [];
  const ending = new AbortController();
  const watch: PageWatch = watchPage({
    document,
    matcher,
    signal: ending.signal,
    settings: { style: 'line', density: 'every-mention', isShown: () => true },
    onChange: (added) => changed.push({ added: [...added], isScanned }),
    onDocument: (inner) => documents.push(inner.URL),
  });
  void watch.firstScan.then(() => (isScanned = true));
  const brief = ({ surface, entity }: PageMention) => `${surface}=${entity}`;
  /** How many ranges each highlight holds in a window's registry. */
  const painted = (view: Window & typeof globalThis = window) => {
    const sizes: Record<string, number> = {};
    for (const standing of ['listed', 'was-listed', 'none']) {
      for (const style of ['line', 'tint', 'line-and-tint']) {
        const highlight = view.CSS.highlights.get(`sidelight-${standing}-${style}`);
        if (highlight) sizes[`${standing}-${style}`] = highlight.size;
      }
    }
    const ring = view.CSS.highlights.get('sidelight-ring');
    if (ring) sizes.ring = ring.size;
    return sizes;
  };
  return {
    watch,
    readTexts,
    probedTexts,
    documents,
    painted,
    changed,
    list: () => watch.mentions().map(brief),
    total: () => Object.values(painted()).reduce((sum, size) => sum + size, 0),
    at: (x: number, y: number) => {
      const mention = watch.mentionAt(x, y);
      return mention && brief(mention);
    },
  };
}

declare global {
  // The tests' own handle in the isolated world.
  var sidelight: ReturnType<typeof start>;
  var startSidelight: () => void;
}
globalThis.startSidelight = () => {
  globalThis.sidelight = start();
};
