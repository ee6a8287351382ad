/**
 * The first look at a text: whether a name may stand in it, where, and which. The lookout and the matcher begin alike, with
 * names of their own.
 */
import { createNameTable, type NameSource, type NameTable } from './name-table.ts';
import { isDisguised, normalise, toGiven } from './normalise.ts';
import { createProbe, type PackedProbe } from './probe.ts';
import type { NameFinder } from './types.ts';

/** `find` takes text that is normal, as `normalise` gives it. */
export type FirstLook = Pick<NameFinder, 'mayContain' | 'places'> & Pick<NameTable, 'find'>;

export function createFirstLook(packed: PackedProbe, names: NameSource): FirstLook {
  const probe = createProbe(packed);
  const table = createNameTable(probe, names);
  return {
    find: table.find,
    mayContain: (text) => probe.test(text) || (isDisguised(text) && probe.test(normalise(text).text)),
    places(text, beyond) {
      if (!isDisguised(text)) return table.places(text, beyond);
      const normal = normalise(text);
      return table.places(normal.text).map((place) => toGiven(normal, place, place + 1)[0]);
    },
  };
}
