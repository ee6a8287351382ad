/** A matcher for tests: finds the given names as whole words, longest first, and takes every one as meant. */
import type { Candidate, CandidateBlock, Matcher } from '../../../src/match/types.ts';

interface FakeCandidate extends Candidate {
  name: string;
  entity: string;
}

/** `names` maps each name to its entity; entities in `listed` stand under a listing, those in `wasListed` did. */
export function createFakeMatcher(
  names: Record<string, string>,
  standings: { listed?: readonly string[]; wasListed?: readonly string[] } = {},
): Matcher {
  const longestFirst = Object.keys(names).sort((one, other) => other.length - one.length);
  const escaped = longestFirst.map((name) =>
    name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'),
  );
  const word = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const anywhere = new RegExp(escaped.join('|'));
  // With a look ahead only, names inside names have their places too.
  const everywhere = new RegExp(`(?=${escaped.join('|')})`, 'g');
  const decide = (blocks: readonly CandidateBlock[]) =>
    blocks.map(({ candidates }) =>
      (candidates as FakeCandidate[]).map(({ start, end, name, entity }) => ({
        start,
        end,
        name,
        entity,
        reasons: [],
      })),
    );
  return {
    mayContain: (text) => anywhere.test(text),
    places: (text) => [...text.matchAll(everywhere)].map(({ index }) => index),
    findCandidates: (text) =>
      [...text.matchAll(word)].map((match): FakeCandidate => {
        const name = match[0].replace(/\s+/g, ' ');
        return { start: match.index, end: match.index + match[0].length, name, entity: names[name]! };
      }),
    decide,
    *deciding(blocks) {
      yield;
      return decide(blocks);
    },
    explain: () => [],
    standing: (entity) => {
      if (standings.listed?.includes(entity)) return 'listed';
      return standings.wasListed?.includes(entity) ? 'was-listed' : 'none';
    },
    entityName: (entity) => entity,
  };
}
