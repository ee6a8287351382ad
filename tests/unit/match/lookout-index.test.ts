/** The names alone: wherever the matcher finds a candidate the lookout finds a name, and the other way round. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NameIndexData } from '../../../src/match/index-format.ts';
import { unpackNames, unpackParts } from '../../../src/match/index-format.ts';
import { createLookout, unpackLookout } from '../../../src/match/lookout-index.ts';
import { createMatcher } from '../../../src/match/matcher.ts';
import { packIndex } from '../../../src/match/pack-index.ts';
import { packLookout } from '../../../src/match/pack-lookout.ts';
import { entity } from './small-index.ts';

const small = packIndex({
  entities: [
    entity('nso-group', ['NSO Group', 'NSO', { text: 'Q Cyber Technologies', need: 'sure' }]),
    entity('ring', [{ text: 'Ring', need: 'kin', case: 'exact', context: ['camera'] }]),
    entity('entity-list', [{ text: 'Entity List', case: 'any' }]),
    entity('pegasus', [{ text: 'Pegasus', need: 'ambiguous', cues: ['horse'] }, 'Пегас']),
  ],
  vocabulary: [],
  neutral: [],
});

describe.each([
  ['a small index', small],
  ['the compiled index', compiled()],
])('over %s', (_, index) => {
  const lookout = createLookout(packLookout(index));
  const matcher = createMatcher(index);
  const names = unpackNames(unpackParts(index)).texts;

  it('keeps every name', () => {
    const { texts } = unpackLookout(packLookout(index).names);
    expect([...new Set(texts)].sort()).toEqual([...new Set(names)].sort());
  });

  it('finds a name just where the matcher finds a candidate', () => {
    const name = fc.constantFrom(...names);
    const written = fc
      .tuple(name, fc.constantFrom('as it is', 'capitals', 'small', 'hyphens', 'wide spaces', 'inflected'))
      .map(([text, way]) => {
        if (way === 'capitals') return text.toUpperCase();
        if (way === 'small') return text.toLowerCase();
        if (way === 'hyphens') return text.replaceAll(' ', '\u2011');
        if (way === 'wide spaces') return text.replaceAll(' ', '\u00a0 ');
        return way === 'inflected' ? `${text}s` : text;
      });
    const word = fc.constantFrom('The', 'camera', 'horse', '', '“', 'x', '(', '日本', 'und');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, written, word), { maxLength: 4 }), (pieces) => {
        const text = pieces.map((piece) => piece.join(' ')).join(', ');
        const stands = matcher.findCandidates(text, 'en').length > 0;
        expect([text, lookout.findCandidates(text, 'en').length > 0]).toEqual([text, stands]);
        if (stands) expect(lookout.mayContain(text)).toBe(true);
        // The two look in different ways: the lookout's places may be more.
        expect(lookout.places(text)).toEqual(expect.arrayContaining([...matcher.places(text)]));
      }),
      { numRuns: 1500 },
    );
  });
});

it('refuses a name that holds a sign which stands for a word', () => {
  const index = packIndex({ entities: [entity('a', ['A|B'])], vocabulary: [], neutral: [] });
  expect(() => packLookout(index)).toThrow(/sign/);
});

/** `npm test` compiles the data first; a run of this file alone may come before that. */
function compiled(): NameIndexData {
  const file = new URL('../../../data/compiled/names.json', import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as NameIndexData) : small;
}
