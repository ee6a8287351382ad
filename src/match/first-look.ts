/** The first look at a text: whether a name may stand in it, and where. The lookout and the matcher begin alike. */
import type { NameTable } from './name-table.ts';
import { isDisguised, normalise, toGiven } from './normalise.ts';
import type { Probe } from './probe.ts';
import type { NameFinder } from './types.ts';

export function createFirstLook(probe: Probe, table: NameTable): Pick<NameFinder, 'mayContain' | 'places'> {
  return {
    mayContain: (text) => probe.test(text) || (isDisguised(text) && probe.test(normalise(text).text)),
    places(text) {
      if (!isDisguised(text)) return table.places(text);
      const normal = normalise(text);
      return table.places(normal.text).map((place) => toGiven(normal, place, place + 1)[0]);
    },
  };
}
