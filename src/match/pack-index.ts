/** Packs the readable model of the name index. Used when compiling, never in a page. */
import { packAnchors } from './anchor-bits.ts';
import { areTooMany, probeSources } from './anchors.ts';
import {
  cases,
  needs,
  partMark,
  slugOf,
  standings,
  type IndexName,
  type IndexVocabulary,
  type NameIndexData,
  type NameIndexModel,
} from './index-format.ts';

const plainRule = '00,,,,';
const dotted = (numbers: number[]) => numbers.map((n) => n.toString(36)).join('.');

/** Deterministic: same model, same bytes. Throws on a name that holds a sign of the packed form. */
export function packIndex(model: NameIndexModel): NameIndexData {
  const words = wordsByUse(model);
  const numberOf = new Map(words.map((word, index) => [word, index]));
  const list = (some: string[]) => dotted(some.map((word) => numberOf.get(word)!));
  const rules = new Map<string, number>([[plainRule, 0]]);
  const ruleOf = (name: IndexName) => {
    const head = `${needs.indexOf(name.need)}${cases.indexOf(name.case)}`;
    const rule = [head, list(name.context), list(name.cues), list(name.notBefore), list(name.notAfter)].join(
      ',',
    );
    if (!rules.has(rule)) rules.set(rule, rules.size);
    return rules.get(rule)!;
  };
  const entities = model.entities.map((entity) => {
    const name = entity.names[0]?.text === entity.name ? '' : entity.name;
    const id = slugOf(entity.name) === entity.id ? '' : entity.id;
    const mask = entity.topics.reduce((bits, topic) => bits | (1 << topic), 0);
    const flags = `${standings.indexOf(entity.standing)}${entity.onlyBesideVendors ? 1 : 0}${mask ? mask.toString(36) : ''}`;
    const fields = entity.names.map((one) => {
      if (/[\t\n~\u0001]/.test(one.text))
        throw new Error(`${entity.id}: the name “${one.text}” holds a separator`);
      const rule = ruleOf(one);
      return rule ? `${one.text}~${rule.toString(36)}` : one.text;
    });
    return [[flags, dotted(entity.kin), id, name].join(','), ...fields].join('\t');
  });
  const vocabulary = model.vocabulary.map(({ language, strong, weak }) =>
    [language, ...strong.map((some, topic) => `${list(some)},${list(weak[topic] ?? [])}`)].join('\n'),
  );
  const parts = [
    entities.join('\n'),
    [...rules.keys()].join('\n'),
    words.join('\n'),
    vocabulary.join('\n\n'),
    model.neutral.join(' '),
  ];
  const names = model.entities
    .flatMap((entity) => entity.names)
    .map(({ text, case: rule }) => ({ text, isAnyCase: rule === 'any' }));
  return {
    text: parts.join(partMark),
    probe: areTooMany(names.length) ? packAnchors(names) : probeSources(names),
  };
}

/** Frequent words first: they get the short numbers. */
function wordsByUse(model: NameIndexModel): string[] {
  const uses = new Map<string, number>();
  const count = (words: string[]) => words.forEach((word) => uses.set(word, (uses.get(word) ?? 0) + 1));
  for (const entity of model.entities)
    for (const name of entity.names) [name.context, name.cues, name.notBefore, name.notAfter].forEach(count);
  const countAll = ({ strong, weak }: IndexVocabulary) => [...strong, ...weak].forEach(count);
  model.vocabulary.forEach(countAll);
  return [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
}
