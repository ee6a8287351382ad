/** The compiled name index: its readable model, its packed form, and how the packed form is read. `pack-index.ts` writes it. */

import type { PackedProbe } from './probe.ts';

/** Where an entity stands with governments now; the order is part of the packed form. */
export const standings = ['none', 'was-listed', 'listed'] as const;
export type IndexStanding = (typeof standings)[number];

/**
 * `sure`: means this entity unless something near it says otherwise. `ambiguous`: wants evidence. `with-kin`: an
 * ordinary word, which also wants the entity to be named by another name, its maker, its product or other kin.
 */
export const needs = ['sure', 'ambiguous', 'with-kin'] as const;
export type NameNeed = (typeof needs)[number];
export const cases = ['default', 'exact', 'any'] as const;
export type NameCase = (typeof cases)[number];

export interface IndexName {
  text: string;
  need: NameNeed;
  case: NameCase;
  /** Words that speak for this entity near the name, and words that speak for something else. */
  context: string[];
  cues: string[];
  notBefore: string[];
  notAfter: string[];
}

export interface IndexEntity {
  id: string;
  /** The display name. */
  name: string;
  standing: IndexStanding;
  /** Instruments and investigations: marked only where a vendor or product is named too. */
  onlyBesideVendors: boolean;
  /** Numbers of the index's topics. */
  topics: number[];
  /** Numbers of entities tied to this one closely enough to tell its sense: maker, product, owner, part. */
  kin: number[];
  names: IndexName[];
}

/** General words of one language that speak for the entities of some topics. */
export interface IndexVocabulary {
  language: string;
  /** Per topic number. */
  strong: string[][];
  weak: string[][];
  /** What an English word is called in it: where the one speaks for a name, the others do. */
  translations?: Record<string, string[]>;
}

export interface NameIndexModel {
  entities: IndexEntity[];
  /** Each with its lists in the order of topic numbers; at most 31 topics. */
  vocabulary: IndexVocabulary[];
  /** Words that may stand capitalised beside a name without being part of it: “The”, “Israeli”, “CEO”. */
  neutral: string[];
}

/**
 * The packed form. `text` holds six parts with U+0001 between them:
 * - entities, a line each: `<standing><onlyBesideVendors><topics as a base-36 mask>,<kin, dotted>,<id when it is not the
 *   slug of the name>,<name>`. All numbers are base 36.
 * - names, in parts as `name-parts.ts` makes them, a line each: its text, its entity's number and, if not 0, its rule's, with
 *   tabs between them; names that are written alike follow one another.
 * - rules, a line each: `<need><case>,<context>,<cues>,<notBefore>,<notAfter>`, lists as dotted word numbers.
 * - words, a line each: those that are common in any text, an empty line, the others.
 * - vocabulary: per language its code, a line per topic, `<strong>,<weak>` as dotted word numbers, and a line per English word
 *   that is translated, `=<word>,<translations>`; with a blank line between languages.
 * - neutral words, with spaces between them.
 * One long string, because splitting it is faster than parsing many JSON strings, and every word stands once.
 * `probe`: what `createProbe` reads, made when packing because start-up time is dear.
 */
export interface NameIndexData {
  text: string;
  probe: PackedProbe;
}

export const partMark = '\u0001';

export interface IndexParts {
  entities: string;
  names: string;
  rules: string;
  words: string;
  vocabulary: string;
  neutral: string;
}

export function unpackParts({ text }: NameIndexData): IndexParts {
  const [entities = '', names = '', rules = '', words = '', vocabulary = '', neutral = ''] =
    text.split(partMark);
  return { entities, names, rules, words, vocabulary, neutral };
}

export const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const undotted = (field: string) => (field ? field.split('.').map((n) => parseInt(n, 36)) : []);

/** What a name wants, unpacked: lists are word numbers. */
export interface Rule {
  need: NameNeed;
  case: NameCase;
  context: number[];
  cues: number[];
  notBefore: number[];
  notAfter: number[];
}

export interface EntityHead {
  id: string;
  name: string;
  standing: IndexStanding;
  onlyBesideVendors: boolean;
  topicMask: number;
  kin: number[];
}

export interface PackedName {
  text: string;
  /** Numbers of its entity and its rule. */
  entity: number;
  rule: number;
}

/** The names of one part. */
export function unpackNames(part: string): PackedName[] {
  return part.split('\n').map((line) => {
    const [text = '', entity = '', rule = '0'] = line.split('\t');
    return { text, entity: parseInt(entity, 36), rule: parseInt(rule, 36) };
  });
}

/** By how many units of their anchors names are put in parts: as many as an expression has, so that a hit leaves few to compare. */
export const namePartUnits = [2, 4] as const;

export function unpackHead(packed: string): EntityHead {
  const [flags = '00', kin = '', id = '', ...rest] = packed.split(',');
  const name = rest.join(',');
  return {
    id: id || slugOf(name),
    name,
    standing: standings[Number(flags[0])] ?? 'none',
    onlyBesideVendors: flags[1] === '1',
    topicMask: flags.length > 2 ? parseInt(flags.slice(2), 36) : 0,
    kin: undotted(kin),
  };
}

export function unpackRule(packed: string): Rule {
  const [head = '00', context = '', cues = '', notBefore = '', notAfter = ''] = packed.split(',');
  return {
    need: needs[Number(head[0])] ?? 'sure',
    case: cases[Number(head[1])] ?? 'default',
    context: undotted(context),
    cues: undotted(cues),
    notBefore: undotted(notBefore),
    notAfter: undotted(notAfter),
  };
}

/** Adds to the sets the words of a packed language that speak for any of the topics. */
export function unpackTopics(
  language: string,
  topicMask: number,
  strong: Set<number>,
  weak: Set<number>,
): void {
  const lines = language.split('\n');
  for (let topic = 0; topic + 1 < lines.length; topic++) {
    if (!(topicMask & (1 << topic))) continue;
    const [ofStrong = '', ofWeak = ''] = lines[topic + 1]!.split(',');
    for (const word of undotted(ofStrong)) strong.add(word);
    for (const word of undotted(ofWeak)) weak.add(word);
  }
}

export const translated = '=';

/** Adds to the set what the words are called in a packed language. */
export function unpackTranslations(language: string, words: readonly number[], found: Set<number>): void {
  for (const line of language.split('\n')) {
    if (!line.startsWith(translated)) continue;
    const [word = '', others = ''] = line.slice(translated.length).split(',');
    if (words.includes(parseInt(word, 36))) for (const other of undotted(others)) found.add(other);
  }
}
