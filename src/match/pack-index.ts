/** Packs the readable model of the name index. Used when compiling, never in a page. */
import {
  cases,
  namePartUnits,
  needs,
  partMark,
  slugOf,
  standings,
  translated,
  type IndexName,
  type IndexVocabulary,
  type NameIndexData,
  type NameIndexModel,
  type PackedName,
} from './index-format.ts';
import { joinParts } from './name-parts.ts';
import { anchorsOf } from './pack-anchors.ts';
import { packProbe } from './pack-probe.ts';

const plainRule = '00,,,,';
const dotted = (numbers: number[]) => numbers.map((n) => n.toString(36)).join('.');

/** Deterministic: same model, same bytes. Throws on a name that holds a sign of the packed form. */
export function packIndex(model: NameIndexModel): NameIndexData {
  const words = wordsByUse(model);
  const numberOf = new Map(words.map((word, index) => [word, index]));
  const list = (some: string[]) => dotted([...new Set(some)].map((word) => numberOf.get(word)!));
  const rules = new Map<string, number>([[plainRule, 0]]);
  const ruleOf = (name: IndexName) => {
    const head = `${needs.indexOf(name.need)}${cases.indexOf(name.case)}`;
    const rule = [head, list(name.context), list(name.cues), list(name.notBefore), list(name.notAfter)].join(
      ',',
    );
    if (!rules.has(rule)) rules.set(rule, rules.size);
    return rules.get(rule)!;
  };
  const entities = model.entities.map(({ id, name, standing, onlyBesideVendors, topics, kin }) => {
    const mask = topics.reduce((bits, topic) => bits | (1 << topic), 0);
    const flags = `${standings.indexOf(standing)}${onlyBesideVendors ? 1 : 0}${mask ? mask.toString(36) : ''}`;
    return [flags, dotted(kin), slugOf(name) === id ? '' : id, name].join(',');
  });
  const names = model.entities.flatMap((entity, number) =>
    entity.names.map((name) => {
      if (/[\t\n\u0001]/.test(name.text))
        throw new Error(`${entity.id}: the name “${name.text}” holds a separator`);
      return { text: name.text, isAnyCase: name.case === 'any', entity: number, rule: ruleOf(name) };
    }),
  );
  const vocabulary = model.vocabulary.map(({ language, strong, weak, translations = {} }) =>
    [
      language,
      ...strong.map((some, topic) => `${list(some)},${list(weak[topic] ?? [])}`),
      ...Object.entries(translations).map(([word, others]) => `${translated}${list([word])},${list(others)}`),
    ].join('\n'),
  );
  const parts = [
    entities.join('\n'),
    joinParts(alikeTogether(names), anchorsOf(names), namePartUnits[1], (some) =>
      some.map(nameLine).join('\n'),
    ),
    [...rules.keys()].join('\n'),
    words.join('\n'),
    vocabulary.join('\n\n'),
    model.neutral.join(' '),
  ];
  return { text: parts.join(partMark), probe: packProbe(names) };
}

const nameLine = ({ text, entity, rule }: PackedName) =>
  [text, entity.toString(36), ...(rule ? [rule.toString(36)] : [])].join('\t');

/** In their order, since of two that differ in capitals the first gives its name; but each behind those written alike. */
const alikeTogether = <Name extends PackedName>(names: readonly Name[]): Name[] =>
  [...Map.groupBy(names, ({ text }) => text).values()].flat();

/** A single word in lower case: no proper name, no term of art in two words. Scripts without capitals have no such sign. */
const everydayWord = /^\p{Ll}[\p{L}\p{M}]*\*?$/u;

/** Everyday words, an empty line, the others; of both the frequent ones first: they get the short numbers. */
function wordsByUse(model: NameIndexModel): string[] {
  const uses = new Map<string, number>();
  const count = (words: string[]) => words.forEach((word) => uses.set(word, (uses.get(word) ?? 0) + 1));
  for (const entity of model.entities)
    for (const name of entity.names) [name.context, name.cues, name.notBefore, name.notAfter].forEach(count);
  const countAll = ({ strong, weak, translations = {} }: IndexVocabulary) =>
    [...strong, ...weak, Object.keys(translations), ...Object.values(translations)].forEach(count);
  model.vocabulary.forEach(countAll);
  const words = [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const ofFields = new Set(model.vocabulary.flatMap(({ strong }) => strong.flat()));
  const isEveryday = (word: string) => everydayWord.test(word) && !ofFields.has(word);
  return [...words.filter(isEveryday), '', ...words.filter((word) => !isEveryday(word))];
}
