/** Builds the matcher from the compiled name index: probe, candidates, decision and explanation behind one interface. */
import { createProbe } from './anchors.ts';
import type { FoundCandidate, Reading } from './candidates.ts';
import { plain } from './characters.ts';
import { createLexicon, type WordHit } from './context.ts';
import { deciding, type SenseIndex } from './decide.ts';
import { explain } from './explain.ts';
import { finish } from './finish.ts';
import { createFirstLook } from './first-look.ts';
import {
  namePartUnits,
  unpackHead,
  unpackNames,
  unpackParts,
  unpackRule,
  unpackVocabulary,
  type EntityHead,
  type IndexParts,
  type NameIndexData,
  type PackedName,
  type Rule,
  type TopicMasks,
} from './index-format.ts';
import { localEvidence, noEvidence, reach } from './local-evidence.ts';
import { partsOf } from './name-parts.ts';
import { createNameTable, type Hit } from './name-table.ts';
import { standsInTitle } from './neighbours.ts';
import { normalise, singleSpaced, toGiven } from './normalise.ts';
import type { Candidate, Matcher } from './types.ts';

export function createMatcher(data: NameIndexData): Matcher {
  // A page without a candidate pays for the probe alone; a page without an ambiguous one never reads the words.
  const parts = lazy(() => unpackParts(data));
  const packedRules = lazy(() => parts().rules.split('\n'));
  const packedHeads = lazy(() => parts().entities.split('\n'));
  const probe = createProbe(data.probe);
  /** By number, in the order in which pages had need of them. */
  const names: PackedName[] = [];
  const table = createNameTable(probe, {
    units: namePartUnits,
    parts: () => partsOf(parts().names),
    read: (part) =>
      unpackNames(part).map((name) => {
        const { need, case: nameCase } = ruleAt(name.rule);
        return { text: name.text, number: names.push(name) - 1, need, case: nameCase };
      }),
  });
  const keys: (string | undefined)[] = [];
  const rules: (Rule | undefined)[] = [];
  const ruleAt = (rule: number) => (rules[rule] ??= unpackRule(packedRules()[rule]!));
  const heads: (EntityHead | undefined)[] = [];
  const head = (entity: number) => (heads[entity] ??= unpackHead(packedHeads()[entity]!));
  const context = lazy(() => createContext(parts()));
  const numberOf = lazy(() => new Map(packedHeads().map((_, entity) => [head(entity).id, entity])));
  /** Entities that were decided for: what is asked about is nearly always one of them, and unpacking all takes milliseconds. */
  const met = new Map<string, number>();
  const headOf = (id: string) => {
    const entity = met.get(id) ?? numberOf().get(id);
    return entity === undefined ? undefined : head(entity);
  };
  const index: SenseIndex = {
    kinOf: (entity) => head(entity).kin,
    topicMaskOf: (entity) => head(entity).topicMask,
    isOnlyBesideVendors: (entity) => head(entity).onlyBesideVendors,
    idOf(entity) {
      const { id } = head(entity);
      met.set(id, entity);
      return id;
    },
    nameText: (name) => names[name]!.text,
    wordText: (word) => context().words[word]!,
  };

  return {
    ...createFirstLook(probe, table),
    findCandidates(text, language) {
      const normal = normalise(text);
      const hits = table.find(normal.text, language);
      if (!hits.length) return [];
      const { text: spaced, at } = singleSpaced(normal.text);
      const around = wordsAround(spaced);
      return hits.map((hit): Candidate => {
        const [start, end] = toGiven(normal, hit.start, hit.end);
        const place = { start: at(hit.start), end: at(hit.end) };
        const readings = hit.names.map((name) => readingOf(name, spaced, place, around, language));
        const key = (keys[hit.names[0]!] ??= keyOf(names[hit.names[0]!]!.text));
        const candidate: FoundCandidate = {
          start,
          end,
          key,
          readings,
          place: place.start,
          blockLength: spaced.length,
        };
        return candidate;
      });
    },
    decide: (blocks) => finish(deciding(blocks, index)),
    deciding: (blocks) => deciding(blocks, index),
    explain: (mention, phrases) => explain(mention, headOf(mention.entity)?.name ?? mention.entity, phrases),
    standing: (entity) => headOf(entity)?.standing ?? 'none',
    entityName: (entity) => headOf(entity)?.name ?? entity,
  };

  function readingOf(
    name: number,
    text: string,
    hit: Span,
    around: WordsAround,
    language: string | undefined,
  ): Reading {
    const { entity, rule: ruleNumber } = names[name]!;
    const rule = ruleAt(ruleNumber);
    if (wantsNothing(rule)) return { name, entity, need: rule.need, evidence: noEvidence };
    const { words, neutral, isEveryday, topicsOf } = context();
    const evidence = localEvidence(
      {
        text,
        start: hit.start,
        end: hit.end,
        hits: around(hit),
        isTitle: rule.need !== 'sure' && standsInTitle(text, hit.start, hit.end),
        topicsOf: (word) => topicsOf(word, language),
        isNeutral: (word) => neutral.has(word),
        isEveryday,
        wordText: (word) => words[word]!,
      },
      rule,
      head(entity).topicMask,
    );
    return { name, entity, need: rule.need, evidence };
  }

  /** The known words within reach of each hit; text between hits far apart is never read. */
  function wordsAround(text: string): WordsAround {
    const found: WordHit[] = [];
    let scanned = 0;
    let first = 0;
    return (hit) => {
      const from = Math.max(scanned, hit.start - reach);
      const to = Math.min(text.length, hit.end + reach);
      if (to > from) {
        found.push(...context().lexicon.scan(text, from, to));
        scanned = to;
      }
      while (first < found.length && found[first]!.end < hit.start - reach) first++;
      return found.slice(first);
    };
  }
}

/** A single word in lower case: no proper name, no term of art in two words. Scripts without capitals have no such sign. */
const everydayWord = /^\p{Ll}[\p{L}\p{M}]*\*?$/u;

type Span = Pick<Hit, 'start' | 'end'>;
type WordsAround = (hit: Span) => readonly WordHit[];

/** True for a sure name that no word is known to speak against: its surroundings need not be read. */
function wantsNothing({ need, cues, notBefore, notAfter }: Rule): boolean {
  return need === 'sure' && cues.length + notBefore.length + notAfter.length === 0;
}

/** The same for every way in which one name may be typed. */
function keyOf(name: string): string {
  let key = '';
  for (let k = 0; k < name.length; k++) key += String.fromCharCode(plain(name.charCodeAt(k)));
  return key;
}

function createContext(parts: IndexParts) {
  const words = parts.words.split('\n');
  const lexicon = createLexicon(words);
  const vocabularies = unpackVocabulary(parts);
  const all = [...vocabularies.values()];
  const neutral = new Set(parts.neutral.split(' '));
  const isStrong = new Uint8Array(words.length);
  for (const vocabulary of all) for (const [word, { strong }] of vocabulary) if (strong) isStrong[word] = 1;
  const isEveryday = (word: number) => !isStrong[word] && everydayWord.test(words[word]!);
  /** Without a known language every language's words count; English counts always, as names of things are often English. */
  const topicsOf = (word: number, language: string | undefined) => {
    const own = language && vocabularies.get(language.slice(0, 2).toLowerCase());
    const from = own ? [own, vocabularies.get('en')] : all;
    let result: TopicMasks | undefined;
    for (const vocabulary of from) {
      const topics = vocabulary?.get(word);
      if (topics)
        result = result ? { strong: result.strong | topics.strong, weak: result.weak | topics.weak } : topics;
    }
    return result;
  };
  return { words, lexicon, neutral, isEveryday, topicsOf };
}

function lazy<Value>(make: () => Value): () => Value {
  let value: { made: Value } | undefined;
  return () => (value ??= { made: make() }).made;
}
