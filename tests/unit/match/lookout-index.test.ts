/** The names alone: the lookout finds one wherever the matcher decides for a mention, and for no word that cannot bring one. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { couldBeFirst } from '../../../src/match/decide.ts';
import type { IndexEntity, NameIndexData } from '../../../src/match/index-format.ts';
import { unpackHead, unpackNames, unpackParts, unpackRule } from '../../../src/match/index-format.ts';
import { createLookoutIndex, unpackLookout } from '../../../src/match/lookout-index.ts';
import { createMatcher } from '../../../src/match/matcher.ts';
import { partsOf } from '../../../src/match/name-parts.ts';
import { packIndex } from '../../../src/match/pack-index.ts';
import { packLookout } from '../../../src/match/pack-lookout.ts';
import { entity } from './small-index.ts';

const small = packIndex({
  entities: [
    entity('nso-group', ['NSO Group', 'NSO', { text: 'Q Cyber Technologies', need: 'sure' }]),
    entity('ring', [{ text: 'Ring', need: 'with-kin', case: 'exact', context: ['camera'] }]),
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
  const lookout = createLookoutIndex(packLookout(index));
  const matcher = createMatcher(index);
  const parts = unpackParts(index);
  const packed = [...partsOf(parts.names).values()].flatMap(unpackNames);
  const names = packed.map(({ text }) => text);

  it('knows every name that can stand alone, itself or by a shorter one in it, and has a sure one loaded for', () => {
    const texts = unpackLookout(packLookout(index)).map(({ text }) => text);
    const heads = parts.entities.split('\n').map(unpackHead);
    const rules = parts.rules.split('\n').map(unpackRule);
    const displayNames = new Set(heads.map((head) => head.name));
    const vendors = packed.filter(
      ({ entity, rule }) => rules[rule]!.need !== 'with-kin' && !heads[entity]!.onlyBesideVendors,
    );
    expect(vendors.length).toBeGreaterThan(0);
    const unknown = vendors.flatMap(({ text, rule }) => {
      const { need, case: nameCase } = rules[rule]!;
      const written = [text, text.replaceAll(' ', '\u2011')];
      if (nameCase !== 'exact') written.push(text.toUpperCase());
      if (nameCase === 'any') written.push(text.toLowerCase());
      return written.filter((way) => {
        // What the matcher does not know either is nobody's loss: Greek in capitals ends in another sigma.
        if (matcher.findCandidates(way).length === 0) return false;
        const found = lookout.findCandidates(way);
        if (need !== 'sure') return found.length === 0;
        const isAskedAbout = found.length > 0 && matcher.findCandidates(way).some(couldBeFirst);
        return !(found.some(lookout.isSure) || (isAskedAbout && !displayNames.has(text)));
      });
    });
    expect(unknown).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(texts));
  });

  it('finds a name wherever the matcher decides for a mention', () => {
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
        const candidates = matcher.findCandidates(text, 'en');
        const [mentions = []] = matcher.decide([{ candidates }]);
        const found = lookout.findCandidates(text, 'en').length > 0;
        if (mentions.length > 0) expect([text, found]).toEqual([text, true]);
        if (candidates.length === 0) expect([text, found]).toEqual([text, false]);
        if (found) expect([lookout.mayContain(text), lookout.places(text).length > 0]).toEqual([true, true]);
      }),
      { numRuns: 2500 },
    );
  });

  it('in a page with a mention some name is sure, or could be the first by the words around it', () => {
    const words = [
      'The',
      'spyware',
      'police cameras',
      'horse',
      'facial recognition',
      'surveillance',
      'Greek',
      '',
    ];
    const word = fc.constantFrom(...words);
    const text = fc
      .array(fc.tuple(word, fc.constantFrom(...names), word, word), { minLength: 1, maxLength: 3 })
      .map((pieces) => pieces.map((piece) => piece.join(' ')).join('. '));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (blocks) => {
        const read = blocks.map((block) => ({ block, candidates: matcher.findCandidates(block, 'en') }));
        if (matcher.decide(read).every((mentions) => mentions.length === 0)) return;
        const isWanted = read.some(({ block, candidates }) => {
          const found = lookout.findCandidates(block, 'en');
          return found.some(lookout.isSure) || (found.length > 0 && candidates.some(couldBeFirst));
        });
        expect([blocks, isWanted]).toEqual([blocks, true]);
      }),
      { numRuns: 4000 },
    );
  });
});

describe('a word that brings no mention by itself', () => {
  const vendor = entity('nso-group', ['NSO Group', { text: 'World', need: 'with-kin', case: 'exact' }]);
  const law = { ...entity('gdpr', ['GDPR']), onlyBesideVendors: true };
  const found = (entities: IndexEntity[], text: string) =>
    createLookoutIndex(packLookout(packIndex({ entities, vocabulary: [], neutral: [] }))).findCandidates(text)
      .length > 0;

  it('is no reason to load the rest', () => {
    expect(found([vendor, law], 'The World and the GDPR')).toBe(false);
    expect(found([vendor, law], 'The World of NSO Group')).toBe(true);
  });
  it('is one where an instrument may prove a word of its kin', () => {
    expect(found([{ ...vendor, kin: [1] }, law], 'The World and the GDPR')).toBe(true);
    expect(found([{ ...entity('nso-group', ['NSO Group']), kin: [1] }, law], 'The GDPR')).toBe(false);
  });
});

it('knows a longer name by one of capitals only where both are', () => {
  const zte = entity('zte', ['ZTE', 'ZTE Corporation', 'ZTE USA']);
  const lookout = createLookoutIndex(
    packLookout(packIndex({ entities: [zte], vocabulary: [], neutral: [] })),
  );
  expect(lookout.findCandidates('La Zte Corporation dice')).toHaveLength(1);
  expect(lookout.findCandidates('La ZTE Corporation dice e ZTE USA')).toHaveLength(2);
});

const lookoutOf = (...names: Parameters<typeof entity>[1]) =>
  createLookoutIndex(packLookout(packIndex({ entities: [entity('a', names)], vocabulary: [], neutral: [] })));

it('knows a longer name itself where the shorter one is not found in all its writings', () => {
  const lookout = lookoutOf({ text: 'Ring', case: 'exact' }, 'Ring Doorbell');
  expect(lookout.findCandidates('RING DOORBELL')).toHaveLength(1);
  expect(lookout.findCandidates('A RING')).toHaveLength(0);
});

it('finds a name of any case in small letters, and no other', () => {
  const lookout = lookoutOf({ text: 'Entity List', case: 'any' }, 'Black Cube');
  expect(lookout.findCandidates('the entity list')).toHaveLength(1);
  expect(lookout.findCandidates('a black cube')).toHaveLength(0);
});

it('tells names apart that begin with the same forty letters', () => {
  const same = 'International Surveillance Technologies of';
  const names = ['Acme', 'Eyes', 'Zeta'].map((last) => `${same} ${last}`);
  const lookout = lookoutOf(...names);
  for (const name of names) expect(lookout.findCandidates(name), name).toHaveLength(1);
  expect(lookout.findCandidates(`${same} Opus`)).toHaveLength(0);
});

it('knows a longer name by a shorter one within, also where none has spaces', () => {
  const iSoon = entity('i-soon', ['安洵', '安洵信息技术有限公司', '四川安洵', 'Пегас', 'Пегасус']);
  const known = unpackLookout(packLookout(packIndex({ entities: [iSoon], vocabulary: [], neutral: [] })));
  expect(known.map(({ text }) => text)).toEqual(['Пегас', 'Пегасус', '安洵']);
});

it('refuses a name that holds a mark of the packed form', () => {
  for (const mark of ['|', ':', '@']) {
    const index = packIndex({ entities: [entity('a', [`A${mark}B`])], vocabulary: [], neutral: [] });
    expect(() => packLookout(index), mark).toThrow(/mark/);
  }
});

/** `npm test` compiles the data first; a run of this file alone may come before that. */
function compiled(): NameIndexData {
  const file = new URL('../../../data/compiled/names.json', import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as NameIndexData) : small;
}

describe('a longer name with a doubtful one in it', () => {
  const axon = entity('axon', ['Axon Enterprise', 'Axon cameras', { text: 'Axon', need: 'ambiguous' }]);
  const law = entity('law', ['GDPR'], { onlyBesideVendors: true });
  const fusus = entity('fusus', ['RealTime Video', 'Axon Fusus']);
  const known = (entities: IndexEntity[]) => {
    const text = 'Axon Enterprise sells Axon cameras and Axon Fusus';
    const lookout = createLookoutIndex(packLookout(packIndex({ entities, vocabulary: [], neutral: [] })));
    const found = lookout.findCandidates(text);
    return found.map((one) => [text.slice(one.start, one.end), lookout.isSure(one)]);
  };
  it('is known by that, but for what an entity is mostly called', () => {
    expect(known([axon, law, fusus])).toEqual([
      ['Axon Enterprise', true],
      ['Axon cameras', true],
      ['Axon', false],
    ]);
  });
  it('counts as sure where a law elsewhere may prove it', () => {
    const [, , doubtful] = known([{ ...axon, kin: [1] }, law, fusus]);
    expect(doubtful).toEqual(['Axon', true]);
  });
  it('is known itself where a law elsewhere may prove it, which the background cannot tell by the text around it', () => {
    expect(known([axon, law, { ...fusus, kin: [1] }])).toEqual([
      ['Axon Enterprise', true],
      ['Axon cameras', true],
      ['Axon Fusus', true],
    ]);
  });
});
