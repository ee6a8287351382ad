/** The compiled name index: its readable model, its compact form on disk, and the way between the two. */

/** Where an entity stands with governments now; the order is part of the packed form. */
const standings = ['none', 'was-listed', 'listed'] as const;
export type IndexStanding = (typeof standings)[number];

/**
 * `sure`: means this entity unless something near it says otherwise. `ambiguous`: wants evidence. `kin`: an ordinary
 * word, which also wants the entity to be named by another name, its maker, its product or other kin.
 */
const needs = ['sure', 'ambiguous', 'kin'] as const;
export type NameNeed = (typeof needs)[number];
const cases = ['default', 'exact', 'any'] as const;
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
}

export interface NameIndexModel {
  entities: IndexEntity[];
  /** Each with its lists in the order of topic numbers; at most 31 topics. */
  vocabulary: IndexVocabulary[];
  /** Words that may stand capitalised beside a name without being part of it: “The”, “Israeli”, “CEO”. */
  neutral: string[];
}

/**
 * The packed form: few long strings, because one split is faster than many JSON strings, and every word once.
 * `entities`: a line per entity — head, then one field per name, all separated by tabs. A head is
 * `<standing><onlyBesideVendors><topics as a base-36 mask>,<kin base 36, dotted>,<id when it is not the slug of the name>,
 * <display name when it is not the first name>`. A name is its text, and after `~` the base-36 number of its rule.
 * `rules`: a line per distinct rule, `<need><case>,<context>,<cues>,<notBefore>,<notAfter>`, lists as dotted base-36 word
 * numbers. `words`: a line per word. `vocabulary`: per language, a line per topic `<strong>,<weak>` as dotted numbers.
 * `neutral`: words in lower case, parted by spaces.
 */
export interface NameIndexData {
  entities: string;
  rules: string;
  words: string;
  vocabulary: Record<string, string>;
  neutral: string;
}

const plainRule = '00,,,,';
const slugOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
const dotted = (numbers: number[]) => numbers.map((n) => n.toString(36)).join('.');
const undotted = (field: string) => (field ? field.split('.').map((n) => parseInt(n, 36)) : []);

/** Packs a model. Deterministic: same model, same bytes. Throws on a name that holds one of the separators. */
export function encodeNameIndex(model: NameIndexModel): NameIndexData {
  const uses = new Map<string, number>();
  const count = (words: string[]) => words.forEach((word) => uses.set(word, (uses.get(word) ?? 0) + 1));
  for (const entity of model.entities)
    for (const name of entity.names) [name.context, name.cues, name.notBefore, name.notAfter].forEach(count);
  for (const language of model.vocabulary) [...language.strong, ...language.weak].forEach(count);
  // Frequent words first: they get the short numbers.
  const words = [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const numberOf = new Map(words.map((word, index) => [word, index]));
  const list = (some: string[]) => dotted(some.map((word) => numberOf.get(word)!));

  const rules = new Map<string, number>([[plainRule, 0]]);
  const ruleOf = (name: IndexName) => {
    const head = `${needs.indexOf(name.need)}${cases.indexOf(name.case)}`;
    const rule = [head, list(name.context), list(name.cues), list(name.notBefore), list(name.notAfter)].join(',');
    if (!rules.has(rule)) rules.set(rule, rules.size);
    return rules.get(rule)!;
  };
  const lines = model.entities.map((entity) => {
    const [first] = entity.names;
    const name = first?.text === entity.name ? '' : entity.name;
    const id = slugOf(entity.name) === entity.id ? '' : entity.id;
    const mask = entity.topics.reduce((bits, topic) => bits | (1 << topic), 0);
    const flags = `${standings.indexOf(entity.standing)}${entity.onlyBesideVendors ? 1 : 0}${mask ? mask.toString(36) : ''}`;
    const fields = entity.names.map((one) => {
      if (/[\t\n~]/.test(one.text)) throw new Error(`${entity.id}: the name “${one.text}” holds a separator`);
      const rule = ruleOf(one);
      return rule ? `${one.text}~${rule.toString(36)}` : one.text;
    });
    return [[flags, dotted(entity.kin), id, name].join(','), ...fields].join('\t');
  });
  const vocabulary = Object.fromEntries(
    model.vocabulary.map(({ language, strong, weak }) => [
      language,
      strong.map((some, topic) => `${list(some)},${list(weak[topic] ?? [])}`).join('\n'),
    ]),
  );
  return {
    entities: lines.join('\n'),
    rules: [...rules.keys()].join('\n'),
    words: words.join('\n'),
    vocabulary,
    neutral: model.neutral.join(' '),
  };
}

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

/** Names in one flat list, each with its entity's number and its rule's: all that finding needs at start. */
export interface UnpackedNames {
  texts: string[];
  entityOf: number[];
  ruleOf: number[];
  /** Per entity: its packed head and its first name, for `unpackHead`. */
  heads: string[];
  firstNames: string[];
}

export function unpackNames(data: NameIndexData): UnpackedNames {
  const result: UnpackedNames = { texts: [], entityOf: [], ruleOf: [], heads: [], firstNames: [] };
  if (!data.entities) return result;
  for (const line of data.entities.split('\n')) {
    const fields = line.split('\t');
    for (let f = 1; f < fields.length; f++) {
      const field = fields[f]!;
      const mark = field.lastIndexOf('~');
      result.texts.push(mark < 0 ? field : field.slice(0, mark));
      result.entityOf.push(result.heads.length);
      result.ruleOf.push(mark < 0 ? 0 : parseInt(field.slice(mark + 1), 36));
      if (f === 1) result.firstNames.push(result.texts.at(-1)!);
    }
    if (fields.length === 1) result.firstNames.push('');
    result.heads.push(fields[0]!);
  }
  return result;
}

export function unpackHead(head: string, firstName: string): EntityHead {
  const [flags = '00', kin = '', id = '', ...rest] = head.split(',');
  const name = rest.join(',') || firstName;
  return {
    id: id || slugOf(name),
    name,
    standing: standings[Number(flags[0])] ?? 'none',
    onlyBesideVendors: flags[1] === '1',
    topicMask: flags.length > 2 ? parseInt(flags.slice(2), 36) : 0,
    kin: undotted(kin),
  };
}

export function unpackRules(data: NameIndexData): Rule[] {
  return data.rules.split('\n').map((line) => {
    const [head = '00', context = '', cues = '', notBefore = '', notAfter = ''] = line.split(',');
    return {
      need: needs[Number(head[0])] ?? 'sure',
      case: cases[Number(head[1])] ?? 'default',
      context: undotted(context),
      cues: undotted(cues),
      notBefore: undotted(notBefore),
      notAfter: undotted(notAfter),
    };
  });
}

/** The general words of a language: for each word number, the topics it speaks for, strongly or weakly, as bit masks. */
export function unpackVocabulary(packed: string): Map<number, { strong: number; weak: number }> {
  const result = new Map<number, { strong: number; weak: number }>();
  packed.split('\n').forEach((line, topic) => {
    const [strong = '', weak = ''] = line.split(',');
    for (const word of undotted(strong)) entry(word).strong |= 1 << topic;
    for (const word of undotted(weak)) entry(word).weak |= 1 << topic;
  });
  return result;

  function entry(word: number) {
    let masks = result.get(word);
    if (!masks) result.set(word, (masks = { strong: 0, weak: 0 }));
    return masks;
  }
}
