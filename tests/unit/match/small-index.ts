/** Builds matchers from a few names written in a test. */
import { createMatcher } from '../../../src/match/matcher.ts';
import type { IndexEntity, IndexName, NameIndexModel } from '../../../src/match/index-format.ts';
import { packIndex } from '../../../src/match/pack-index.ts';
import type { Matcher } from '../../../src/match/types.ts';

export type NameSketch = string | (Partial<IndexName> & { text: string });

export function entity(id: string, names: NameSketch[], more: Partial<IndexEntity> = {}): IndexEntity {
  const full = names.map((name): IndexName => ({
    need: 'sure',
    case: 'default',
    context: [],
    cues: [],
    notBefore: [],
    notAfter: [],
    ...(typeof name === 'string' ? { text: name } : name),
  }));
  return {
    id,
    name: full[0]!.text,
    standing: 'none',
    onlyBesideVendors: false,
    topics: [0],
    kin: [],
    names: full,
    ...more,
  };
}

export function matcherOf(entities: IndexEntity[], more: Partial<NameIndexModel> = {}): Matcher {
  const vocabulary = [{ language: 'en', strong: [['spyware', 'surveillance']], weak: [['police']] }];
  return createMatcher(packIndex({ entities, vocabulary, neutral: ['the', 'israeli'], ...more }));
}

/** Surfaces of all candidates. */
export function surfaces(matcher: Matcher, text: string, language?: string): string[] {
  return matcher.findCandidates(text, language).map(({ start, end }) => text.slice(start, end));
}

/** `entity:surface` of all mentions; blocks are parted by a blank line. */
export function meant(matcher: Matcher, text: string): string[] {
  let offset = 0;
  const blocks = text.split('\n\n').map((block) => {
    const found = { candidates: matcher.findCandidates(block, 'en'), offset, block };
    offset += block.length + 2;
    return found;
  });
  return matcher
    .decide(blocks)
    .flatMap((mentions, k) =>
      mentions.map(({ entity: id, start, end }) => `${id}:${blocks[k]!.block.slice(start, end)}`),
    );
}
