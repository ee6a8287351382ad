/** Packs the names of the name index for the small script in every page. Used when compiling, never in a page. */
import { packAnchors } from './anchor-bits.ts';
import {
  unpackHead,
  unpackNames,
  unpackParts,
  unpackRules,
  type NameIndexData,
  type Rule,
  type UnpackedNames,
} from './index-format.ts';
import { longWords, shortSigns, type LookoutIndexData } from './lookout-index.ts';

/** As many units as one base-36 digit can say are shared with the name before. */
const mostShared = 35;

/** Deterministic: same index, same bytes. Throws on a name that holds a sign that stands for a word. */
export function packLookout(index: NameIndexData): LookoutIndexData {
  const parts = unpackParts(index);
  const rules = unpackRules(parts);
  const names = unpackNames(parts);
  const numbers = namesThatStandAlone(names, rules);
  const texts = numbers.map((number) => names.texts[number]!);
  const ruleOf = numbers.map((number) => names.ruleOf[number]!);
  const groups = new Map<string, Set<string>>();
  texts.forEach((text, number) => {
    const { need, case: nameCase } = rules[ruleOf[number]!]!;
    const head = `${need === 'sure' ? 0 : 1}${nameCase}`;
    const group = groups.get(head) ?? new Set();
    groups.set(head, group.add(text));
  });
  return {
    names: [...groups.keys()]
      .sort()
      .map((head) => [head, ...frontCoded([...groups.get(head)!].sort())].join('\n'))
      .join('\n\n'),
    probe: packAnchors(
      texts.map((text, number) => ({ text, isAnyCase: rules[ruleOf[number]!]!.case === 'any' })),
    ),
  };
}

/**
 * The numbers of the names that can bring a page its first mention. A `kin` name ("World") wants another name of its own kind
 * beside it, and an instrument ("GDPR") a vendor: a page that has nothing else has no mention, and most pages have such a word.
 */
function namesThatStandAlone({ entityOf, ruleOf, heads, firstNames }: UnpackedNames, rules: readonly Rule[]) {
  const entities = heads.map((head, entity) => unpackHead(head, firstNames[entity]!));
  const needOf = (number: number) => rules[ruleOf[number]!]!.need;
  /** What a `kin` name of some vendor may be proven by. */
  const proofs = new Set(
    entityOf.flatMap((entity, number) => (needOf(number) === 'kin' ? entities[entity]!.kin : [])),
  );
  return entityOf.flatMap((entity, number) => {
    const isWanting = entities[entity]!.onlyBesideVendors && !proofs.has(entity);
    return needOf(number) === 'kin' || isWanting ? [] : [number];
  });
}

function frontCoded(sorted: readonly string[]): string[] {
  return sorted.map((text, number) => {
    const before = sorted[number - 1] ?? '';
    let shared = 0;
    while (shared < mostShared && shared < text.length && text[shared] === before[shared]) shared++;
    return shared.toString(36) + shortened(text.slice(shared));
  });
}

function shortened(text: string): string {
  let short = text;
  longWords.forEach((word, k) => {
    const sign = shortSigns[k]!;
    if (text.includes(sign)) throw new Error(`“${text}” holds the sign ${sign}`);
    short = short.replaceAll(word, sign);
  });
  return short;
}
