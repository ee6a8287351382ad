/**
 * How packed names lie in parts: those whose anchors begin alike stand together, so that a page unpacks only names that
 * begin like something in it.
 */
import { beginningAt, type AnchoredName } from './anchors.ts';
import type { Anchor } from './pack-anchors.ts';

/** A blank line stands between parts; the first line of each is how its names' anchors begin. */
const betweenParts = '\n\n';

/** The lines of names, by the beginning of their anchors. */
export function partsOf(packed: string): Map<string, string> {
  const parts = new Map<string, string>();
  if (!packed) return parts;
  for (const part of packed.split(betweenParts)) {
    const end = part.indexOf('\n');
    parts.set(part.slice(0, end), part.slice(end + 1));
  }
  return parts;
}

/**
 * Packs names in parts, by at most so many units; used when compiling. `write` makes lines of the names of a part, which
 * stand in the order given.
 */
export function joinParts<Name extends AnchoredName>(
  names: readonly Name[],
  anchorOf: (name: Name) => Anchor,
  most: number,
  write: (names: readonly Name[]) => string,
): string {
  return [...byBeginning(names, anchorOf, most)]
    .map(([beginning, some]) => `${beginning}\n${write(some)}`)
    .join(betweenParts);
}

/** The names by at most so many units of their anchors, in the order given; used when compiling. */
export function byBeginning<Name extends AnchoredName>(
  names: readonly Name[],
  anchorOf: (name: Name) => Anchor,
  most: number,
): Map<string, Name[]> {
  return Map.groupBy(names, (name) => beginningAt(name.text, anchorOf(name).at, most));
}
