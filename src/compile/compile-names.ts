/** Compiles the entities' names, and what tells their senses, into the index that the content script carries. Pure. */
import { bareName } from '../dataset/bare-name.ts';
import type { Entity, Name } from '../dataset/entity.ts';
import { standingNow } from '../dataset/standing.ts';
import type { RelationType } from '../dataset/vocabulary.ts';
import type { IndexEntity, IndexName, IndexVocabulary, NameIndexData } from '../match/index-format.ts';
import { packIndex } from '../match/pack-index.ts';
import type { ContextVocabulary } from './read-context.ts';

/** Ties so close that the other party's name tells which entity is meant. */
const closeTies = new Set<RelationType>([
  'maker-of', 'made-by', 'subsidiary-of', 'parent-of', 'acquired-by', 'acquired', 'renamed-to', 'formerly', 'founded-by',
  'founder-of', 'owner-of', 'owned-by', 'successor-of', 'succeeded-by', 'officer-of', 'has-officer', 'reseller-of', 'resold-by',
  'described-in', 'describes', 'bid-for', 'bid-by', 'invested-in', 'investor', 'partner-of',
]); // prettier-ignore
const needVendors = new Set<Entity['kind']>(['instrument', 'investigation']);

/** `context`: the general words, as `read-context.ts` reads them. */
export function compileNames(entities: readonly Entity[], context: ContextVocabulary): NameIndexData {
  const sorted = entities.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const numberOf = new Map(sorted.map((entity, number) => [entity.id, number]));
  const topics = Object.entries(context.topics);
  const kin = kinOf(sorted, numberOf);
  const indexed = sorted.map((entity, number): IndexEntity => {
    const own = new Set<string>(entity.categories);
    return {
      id: entity.id,
      name: entity.name,
      standing: standingNow(entity.listings),
      onlyBesideVendors: needVendors.has(entity.kind),
      topics: topics.flatMap(([, list], topic) =>
        list.some((category) => own.has(category)) ? [topic] : [],
      ),
      kin: [...kin[number]!].sort((a, b) => a - b),
      names: marked(entity.names).map(indexName),
    };
  });
  const vocabulary = Object.entries(context.languages).map(([language, lists]): IndexVocabulary => {
    const listsFor = (kind: 'strong' | 'weak') =>
      topics.map(([topic]) => [...new Set([...(lists.any?.[kind] ?? []), ...(lists[topic]?.[kind] ?? [])])]);
    const translations = Object.entries(context.translations).flatMap(([word, others]) =>
      others[language] ? [[word, others[language]] as const] : [],
    );
    return {
      language,
      strong: listsFor('strong'),
      weak: listsFor('weak'),
      translations: Object.fromEntries(translations),
    };
  });
  return packIndex({ entities: indexed, vocabulary, neutral: context.neutral });
}

/** Names that may be marked, each spelling once. Of one with a remark in brackets what is said of it goes for it without. */
function marked(names: readonly Name[]): Name[] {
  const plain = names.filter(({ text }) => bareName(text) === text);
  const seen = new Set(plain.map(({ text }) => text));
  const bared = names
    .map((name): Name => ({ ...name, text: bareName(name.text) }))
    .filter(({ text }) => !seen.has(text) && seen.add(text));
  return [...plain, ...bared].filter((name) => !name.unmarked && name.text.length > 1);
}

function indexName(name: Name): IndexName {
  const cues = [...new Set((name.otherMeanings ?? []).flatMap((meaning) => meaning.cues ?? []))];
  return {
    text: name.text,
    need: name.onlyWithKin ? 'with-kin' : name.ambiguous ? 'ambiguous' : 'sure',
    case: name.case ?? 'default',
    // A sure name needs words for it only where words may stand against it.
    context: name.ambiguous || name.onlyWithKin || cues.length > 0 ? (name.context ?? []) : [],
    cues,
    notBefore: name.notBefore ?? [],
    notAfter: name.notAfter ?? [],
  };
}

function kinOf(sorted: readonly Entity[], numberOf: ReadonlyMap<string, number>): Set<number>[] {
  const kin = sorted.map(() => new Set<number>());
  sorted.forEach((entity, number) => {
    for (const { type, target } of entity.relations) {
      const other = target === undefined ? undefined : numberOf.get(target);
      if (other === undefined || other === number || !closeTies.has(type)) continue;
      kin[number]!.add(other);
      kin[other]!.add(number);
    }
  });
  return kin;
}
