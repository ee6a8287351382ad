/** What `bench` gives the matcher: an index of generated names, and sets of names that contain one another. */
import type { IndexEntity } from '../../match/index-format.ts';
import { packIndex } from '../../match/pack-index.ts';
import { packLookout } from '../../match/pack-lookout.ts';
import { generateNames } from './generate-page.ts';
import type { WayInput } from './in-page/way.ts';

/** `count` names of which the first are `base`: pages written with `base` hold the same mentions for all of them. */
export function extendNames(base: readonly string[], count: number): string[] {
  const names = new Set(base);
  for (const name of count > base.length ? generateNames(count, 11) : []) {
    if (names.size < count) names.add(name);
  }
  return [...names].slice(0, count);
}

/** As in the real index, a quarter wants its surroundings read, and some are ambiguous. */
export function inputOf(names: readonly string[]): WayInput {
  const entities = names.map((text, k): IndexEntity => ({
    id: `entity-${k}`,
    name: text,
    standing: (['none', 'was-listed', 'listed'] as const)[k % 3]!,
    onlyBesideVendors: false,
    topics: [],
    kin: [],
    names: [
      {
        text,
        need: k % 8 === 7 ? 'ambiguous' : 'sure',
        case: 'default',
        context: k % 4 === 3 ? ['phone', 'software'] : [],
        cues: k % 4 === 3 ? ['school'] : [],
        notBefore: [],
        notAfter: [],
      },
    ],
  }));
  const index = packIndex({ entities, vocabulary: [], neutral: ['The', 'A'] });
  return { index, lookout: packLookout(index), names };
}
