/**
 * Paints marks with the CSS Custom Highlight API. What is registered is ranges and nothing else: a page can read the
 * registry. The rules are in `highlights.css`, its names are `sidelight-<standing>-<style>` and `sidelight-ring`.
 */
import type { Standing } from '../dataset/standing.ts';
import type { MarkStyle } from '../settings/settings.ts';
import { highlightName, removeLeftMarks, ringName, standings } from '../ui/highlight-names.ts';
import { parentOf, unlessDead, viewOf } from './dom.ts';
import { createStaticRange } from './page-mark.ts';
import type { PageMark } from './page-model.ts';
import { tagPathOf } from './tag-path.ts';
import { pieceAt } from './text-block.ts';

export interface Painter {
  paint: (mark: PageMark) => void;
  unpaint: (mark: PageMark) => void;
  /** The mark stands in other elements than when it was painted, perhaps. */
  moved: (mark: PageMark) => void;
  ring: (mark: PageMark | null) => void;
  setStyle: (style: MarkStyle) => void;
  /** How many marks are painted. */
  count: () => number;
  /** Takes everything out of the registries of all documents. */
  clear: () => void;
  /** The same until the page, which the browser put away, is shown again: everything is kept for that. */
  setAway: (isAway: boolean) => void;
  /** Forgets a document that is gone. */
  forget: (document: Document) => void;
}

/** What of ours is, or can be, in the registry of one document. */
interface DocumentHighlights {
  registry: HighlightRegistry;
  byStanding: Record<Standing, Highlight>;
  ring: Highlight;
  /** Where its marks stand, as `tagPathOf` says it: what was told of. */
  tagPaths: Set<string>;
}

/**
 * `isAlive`: false once the extension is gone; then nothing is registered that could stand in the way of its successor.
 * `onMarked` is told of each document and of the elements in it that hold marks, by the paths of their tags, each once: from then
 * on it needs the rules for these.
 */
export function createPainter(
  standing: (entity: string) => Standing,
  firstStyle: MarkStyle,
  isAlive: () => boolean,
  onMarked: (document: Document, tagPath: string) => void,
): Painter {
  const known = new Map<Document, DocumentHighlights | null>();
  let style = firstStyle;
  let isAway = false;
  let ringed: { highlights: DocumentHighlights; range: StaticRange } | null = null;

  function highlightsOf(document: Document): DocumentHighlights | null {
    let highlights = known.get(document);
    if (highlights === undefined) known.set(document, (highlights = createHighlights(document)));
    return highlights;
  }
  /** Asked anew of each mark: an element may have been moved since the last one. */
  function tellPlaces(highlights: DocumentHighlights, { block, mention }: PageMark): void {
    const last = pieceAt(block, mention.end - 1);
    for (let piece = pieceAt(block, mention.start); piece <= last; piece++)
      tellPlace(highlights, block.root.document, parentOf(block.nodes[piece]!));
    // Into shadow roots Chromium does not look for elements that a new rule is for: there they inherit from the host.
    for (let { root } = block; root.node !== root.document && root.host && root.parent; root = root.parent)
      tellPlace(highlights, block.root.document, root.host);
  }
  function tellPlace(highlights: DocumentHighlights, document: Document, place: Node | null): void {
    const tagPath = place && tagPathOf(place);
    if (!tagPath || highlights.tagPaths.has(tagPath)) return;
    highlights.tagPaths.add(tagPath);
    onMarked(document, tagPath);
  }
  /** A highlight stands in the registry only while it has ranges: whoever looks finds nothing in an unmarked page. */
  function register(highlights: DocumentHighlights, name: string, highlight: Highlight): void {
    if (highlight.size === 0) unregister(highlights, name, highlight);
    else if (!isAway && isAlive()) highlights.registry.set(name, highlight);
  }
  /** Another's under the same name is left alone: after an update it is the new script's. */
  function unregister(highlights: DocumentHighlights, name: string, highlight: Highlight): void {
    if (highlights.registry.get(name) === highlight) highlights.registry.delete(name);
  }
  /** In all documents that are still there. */
  function eachHighlight(act: (highlights: DocumentHighlights, standing: Standing) => void): void {
    for (const highlights of known.values()) {
      if (highlights) unlessDead(() => standings.forEach((each) => act(highlights, each)));
    }
  }
  const registerAll = () =>
    eachHighlight((highlights, each) =>
      register(highlights, highlightName(each, style), highlights.byStanding[each]),
    );
  const unregisterAll = () =>
    eachHighlight((highlights, each) =>
      unregister(highlights, highlightName(each, style), highlights.byStanding[each]),
    );
  function unring(): void {
    if (!ringed) return;
    const { highlights, range } = ringed;
    ringed = null;
    unlessDead(() => {
      highlights.ring.delete(range);
      register(highlights, ringName, highlights.ring);
    });
  }

  return {
    paint(mark) {
      if (mark.painted) return;
      unlessDead(() => {
        const highlights = highlightsOf(mark.block.root.document);
        if (!highlights) return;
        const at = standing(mark.entity);
        const highlight = highlights.byStanding[at];
        const range = createStaticRange(mark.block, mark.mention);
        highlight.add(range);
        mark.painted = { range, highlight };
        const name = highlightName(at, style);
        // A page may have emptied its registry.
        if (highlight.size === 1 || !highlights.registry.has(name)) register(highlights, name, highlight);
        tellPlaces(highlights, mark);
      });
    },
    unpaint(mark) {
      if (!mark.painted) return;
      const { range, highlight } = mark.painted;
      mark.painted = null;
      unlessDead(() => {
        highlight.delete(range);
        if (highlight.size > 0) return;
        const highlights = known.get(mark.block.root.document);
        if (highlights) register(highlights, highlightName(standing(mark.entity), style), highlight);
      });
    },
    moved(mark) {
      const highlights = mark.painted && known.get(mark.block.root.document);
      if (highlights) unlessDead(() => tellPlaces(highlights, mark));
    },
    ring(mark) {
      unring();
      if (!mark) return;
      unlessDead(() => {
        const highlights = highlightsOf(mark.block.root.document);
        if (!highlights) return;
        ringed = { highlights, range: createStaticRange(mark.block, mark.mention) };
        highlights.ring.add(ringed.range);
        register(highlights, ringName, highlights.ring);
        tellPlaces(highlights, mark);
      });
    },
    count() {
      let count = 0;
      eachHighlight(({ byStanding }, each) => (count += byStanding[each].size));
      return count;
    },
    setStyle(next) {
      if (next === style) return;
      unregisterAll();
      style = next;
      registerAll();
    },
    clear() {
      unring();
      unregisterAll();
      known.clear();
    },
    setAway(away) {
      isAway = away;
      if (!away) {
        registerAll();
        return;
      }
      unring();
      unregisterAll();
    },
    forget(document) {
      if (ringed && known.get(document) === ringed.highlights) unring();
      known.delete(document);
    },
  };
}

/** Null without a window, or where the browser has no highlights. Takes away what an earlier script of ours left. */
function createHighlights(document: Document): DocumentHighlights | null {
  // Each document has a registry of its own and takes highlights made by its own window.
  const view = viewOf(document);
  if (!view || !('Highlight' in view)) return null;
  const registry = registryOf(view);
  const ring = new view.Highlight();
  ring.priority = 1;
  removeLeftMarks(registry);
  const byStanding = {
    listed: new view.Highlight(),
    'was-listed': new view.Highlight(),
    none: new view.Highlight(),
  };
  return { registry, byStanding, ring, tagPaths: new Set() };
}

/**
 * Firefox gives a content script the registry of a frame's first, empty document when the frame has gone on to another one
 * since: what is registered there is never painted. The object that the page itself gets is the right one, looked at past
 * anything that the page did to it.
 */
function registryOf(view: Window & typeof globalThis): HighlightRegistry {
  const { wrappedJSObject: own } = view as { wrappedJSObject?: typeof globalThis };
  const { XPCNativeWrapper: native } = globalThis as { XPCNativeWrapper?: <T>(value: T) => T };
  if (own && native && view !== view.top) {
    try {
      const registry: unknown = native(own.CSS.highlights);
      if (registry instanceof view.HighlightRegistry) return registry;
    } catch {
      // The page has put something else in its place.
    }
  }
  return view.CSS.highlights;
}
