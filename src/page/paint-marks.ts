/**
 * Paints marks with the CSS Custom Highlight API. What is registered is ranges and nothing else: a page can read the
 * registry. The rules are in `highlights.css`, its names are `sidelight-<standing>-<lineStyle>` and `sidelight-ring`.
 */
import type { MarkStyle } from '../settings/settings.ts';
import { parentOf, unlessDead, viewOf } from './dom.ts';
import { highlightName, removeLeftMarks, ringName, standings, type Standing } from './highlight-names.ts';
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
  setLineStyle: (style: MarkStyle) => void;
  /** How many marks are painted. */
  count: () => number;
  /** Takes everything out of the registries of all documents. */
  clear: () => void;
  /** Forgets a document that is gone. */
  forget: (document: Document) => void;
}

interface Palette {
  registry: HighlightRegistry;
  highlights: Record<Standing, Highlight>;
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
  const palettes = new Map<Document, Palette | null>();
  let style = firstStyle;
  let ringed: { palette: Palette; range: StaticRange } | null = null;

  function paletteOf(document: Document): Palette | null {
    const known = palettes.get(document);
    if (known !== undefined) return known;
    // Each document has a registry of its own and takes highlights made by its own window.
    const view = viewOf(document);
    const palette: Palette | null =
      view && 'Highlight' in view
        ? {
            registry: registryOf(view),
            highlights: {
              listed: new view.Highlight(),
              'was-listed': new view.Highlight(),
              none: new view.Highlight(),
            },
            ring: new view.Highlight(),
            tagPaths: new Set(),
          }
        : null;
    palettes.set(document, palette);
    if (palette) {
      palette.ring.priority = 1;
      removeLeftMarks(palette.registry);
    }
    return palette;
  }
  /** Asked anew of each mark: an element may have been moved since the last one. */
  function tellPlaces(palette: Palette, { block, mention }: PageMark): void {
    const last = pieceAt(block, mention.end - 1);
    for (let piece = pieceAt(block, mention.start); piece <= last; piece++)
      tellPlace(palette, block.root.document, parentOf(block.nodes[piece]!));
    // Into shadow roots Chromium does not look for elements that a new rule is for: there they inherit from the host.
    for (let { root } = block; root.node !== root.document && root.host && root.parent; root = root.parent)
      tellPlace(palette, block.root.document, root.host);
  }
  function tellPlace(palette: Palette, document: Document, place: Node | null): void {
    const tagPath = place && tagPathOf(place);
    if (!tagPath || palette.tagPaths.has(tagPath)) return;
    palette.tagPaths.add(tagPath);
    onMarked(document, tagPath);
  }
  /** A highlight stands in the registry only while it has ranges: an unmarked page shows nothing to who looks. */
  function register(palette: Palette, name: string, highlight: Highlight): void {
    if (highlight.size === 0) unregister(palette, name, highlight);
    else if (isAlive()) palette.registry.set(name, highlight);
  }
  /** Another's under the same name is left alone: after an update it is the new script's. */
  function unregister(palette: Palette, name: string, highlight: Highlight): void {
    if (palette.registry.get(name) === highlight) palette.registry.delete(name);
  }
  function unring(): void {
    if (!ringed) return;
    const { palette, range } = ringed;
    ringed = null;
    unlessDead(() => {
      palette.ring.delete(range);
      register(palette, ringName, palette.ring);
    });
  }

  return {
    paint(mark) {
      if (mark.painted) return;
      unlessDead(() => {
        const palette = paletteOf(mark.block.root.document);
        if (!palette) return;
        const at = standing(mark.entity);
        const highlight = palette.highlights[at];
        const range = createStaticRange(mark.block, mark.mention);
        highlight.add(range);
        mark.painted = { range, highlight };
        const name = highlightName(at, style);
        // A page may have emptied its registry.
        if (highlight.size === 1 || !palette.registry.has(name)) register(palette, name, highlight);
        tellPlaces(palette, mark);
      });
    },
    unpaint(mark) {
      if (!mark.painted) return;
      const { range, highlight } = mark.painted;
      mark.painted = null;
      unlessDead(() => {
        highlight.delete(range);
        if (highlight.size > 0) return;
        const palette = palettes.get(mark.block.root.document);
        if (palette) register(palette, highlightName(standing(mark.entity), style), highlight);
      });
    },
    moved(mark) {
      const palette = mark.painted && palettes.get(mark.block.root.document);
      if (palette) unlessDead(() => tellPlaces(palette, mark));
    },
    ring(mark) {
      unring();
      if (!mark) return;
      unlessDead(() => {
        const palette = paletteOf(mark.block.root.document);
        if (!palette) return;
        ringed = { palette, range: createStaticRange(mark.block, mark.mention) };
        palette.ring.add(ringed.range);
        register(palette, ringName, palette.ring);
        tellPlaces(palette, mark);
      });
    },
    count() {
      let count = 0;
      for (const palette of palettes.values()) {
        unlessDead(() => {
          for (const each of standings) count += palette?.highlights[each].size ?? 0;
        });
      }
      return count;
    },
    setLineStyle(next) {
      if (next === style) return;
      for (const palette of palettes.values()) {
        if (!palette) continue;
        unlessDead(() => {
          for (const each of standings) {
            unregister(palette, highlightName(each, style), palette.highlights[each]);
            register(palette, highlightName(each, next), palette.highlights[each]);
          }
        });
      }
      style = next;
    },
    clear() {
      unring();
      for (const palette of palettes.values()) {
        if (!palette) continue;
        unlessDead(() => {
          for (const each of standings)
            unregister(palette, highlightName(each, style), palette.highlights[each]);
        });
      }
      palettes.clear();
    },
    forget(document) {
      if (ringed && palettes.get(document) === ringed.palette) unring();
      palettes.delete(document);
    },
  };
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
