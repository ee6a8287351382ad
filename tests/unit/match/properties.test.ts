/** What must hold for every text, tried on random ones. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise, singleSpaced, toGiven } from '../../../src/match/normalise.ts';
import { entity, matcherOf, surfaces } from './small-index.ts';

const names = [
  'NSO Group',
  'NSO',
  'Hikvision',
  'L3 Harris',
  "Daniel's Law",
  'Dassault Systèmes',
  'mSpy',
  'i-Soon',
  '海康威视',
  'Цитадель',
  'QuaDream',
];
const entities = names.map((name, k) => entity(`e${k}`, [name]));
const matcher = matcherOf(entities);
const many = matcherOf([
  ...entities,
  ...Array.from({ length: 6500 }, (_, k) => entity(`s${k}`, [`Zq${k.toString(36)} Vendor`])),
]);

const noise = fc.constantFrom('\u00ad', '\u200b', '\u200f', '\u2060', '');
const joint = fc.constantFrom(
  ' ',
  ', ',
  '. ',
  '\u00a0',
  '’s ',
  '\n',
  ' – ',
  'x',
  '-',
  '=',
  '“',
  'é',
  '😀',
  '的',
);
/** Names, their pieces and words between them, letters now and then parted by what nobody sees. */
const piece = fc.oneof(
  fc.constantFrom(...names),
  fc.constantFrom(...names.map((name) => name.toUpperCase())),
  fc
    .tuple(fc.constantFrom(...names), fc.nat(12), noise)
    .map(([name, at, mark]) => name.slice(0, at) + mark + name.slice(at)),
  fc.constantFrom(...names).map((name) => name.normalize('NFD')),
  fc.string({ maxLength: 6, unit: 'grapheme' }),
);
const text = fc.array(fc.tuple(piece, joint), { maxLength: 12 }).map((parts) => parts.flat().join(''));

describe('any text', () => {
  test('mayContain is true wherever a candidate is found, even with other blocks glued on', () => {
    fc.assert(
      fc.property(text, fc.string({ maxLength: 5 }), (some, glue) => {
        if (surfaces(matcher, some).length > 0) expect(matcher.mayContain(glue + some + glue)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('places hold the beginning of every candidate, ascending, even with other blocks glued on', () => {
    fc.assert(
      fc.property(text, fc.string({ maxLength: 5 }), (some, glue) => {
        const places = matcher.places(glue + some + glue);
        const starts = matcher.findCandidates(some).map(({ start }) => start + glue.length);
        expect(starts.filter((start) => !places.includes(start))).toEqual([]);
        expect([...places].sort((one, other) => one - other)).toEqual(places);
      }),
      { numRuns: 1500 },
    );
  });

  test('places of names that end behind an offset are some of all places, and hold those of all candidates that do', () => {
    const longestEnding = 4;
    fc.assert(
      fc.property(text, fc.nat(60), (some, beyond) => {
        const places = matcher.places(some, beyond);
        const across = matcher.findCandidates(some).filter(({ end }) => end > beyond + longestEnding);
        expect(across.filter(({ start }) => !places.includes(start))).toEqual([]);
        const all = matcher.places(some);
        expect(places.filter((place) => !all.includes(place))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
    expect(matcher.places('Candiru and NSO Group', 20)).toEqual([12]);
    expect(matcher.places('Candiru and NSO Group', 21)).toEqual([]);
  });

  test('candidates lie in the text, in order, without overlap', () => {
    fc.assert(
      fc.property(text, (some) => {
        let last = 0;
        for (const { start, end } of matcher.findCandidates(some)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(some.length);
      }),
      { numRuns: 500 },
    );
  });

  test('expression and hash probe find the same candidates', () => {
    fc.assert(
      fc.property(text, (some) => {
        expect(surfaces(many, some)).toEqual(surfaces(matcher, some));
      }),
      { numRuns: 500 },
    );
  });

  test('a name is found as it was written, whatever invisible marks it holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Hikvision', 'QuaDream', 'NSO Group'),
        fc.nat(8),
        noise,
        (name, at, mark) => {
          const cut = Math.min(at, name.length - 1) || 1;
          const written = name.slice(0, cut) + mark + name.slice(cut);
          expect(surfaces(matcher, `By ${written}, they said`)).toEqual([written]);
        },
      ),
    );
  });

  test('offsets of the normal text lead back to what stood there', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (some, a, b) => {
        const normal = normalise(some);
        if (normal.text.length === 0) return;
        const start = a % normal.text.length;
        const end = start + 1 + (b % (normal.text.length - start));
        const [from, to] = toGiven(normal, start, end);
        expect(normalise(some.slice(from, to)).text).toBe(normal.text.slice(start, end));
      }),
      { numRuns: 500 },
    );
  });

  test('single-spaced text keeps every other sign, and says where it went', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.stringMatching(/^[ \n\t]{0,4}$/))), (parts) => {
        const some = parts.flat().join('');
        const { text: spaced, at } = singleSpaced(some);
        expect(spaced).not.toMatch(/\s\s/);
        for (let k = 0; k < some.length; k++) if (/\S/.test(some[k]!)) expect(spaced[at(k)]).toBe(some[k]);
      }),
    );
  });

  test('the work grows with the text and no faster, on texts made of near hits', () => {
    // Steps are counted, not timed: how often the matcher reads a unit of the text.
    const reads = (length: number) => {
      let count = 0;
      const near = 'NSO Grou NSOs4 Hikvisio '.repeat(length);
      const spy = String.prototype.charCodeAt;
      String.prototype.charCodeAt = function (this: string, at: number) {
        count++;
        return spy.call(this, at);
      };
      try {
        matcher.findCandidates(near);
      } finally {
        String.prototype.charCodeAt = spy;
      }
      return count;
    };
    const small = reads(50);
    expect(reads(500) / small).toBeLessThan(11);
    expect(reads(500) / small).toBeGreaterThan(9);
  });
});
