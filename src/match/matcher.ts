/** Builds the matcher from the compiled name index: probe, candidates, decision and explanation behind one interface. */
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
  type EntityHead,
  type NameIndexData,
  type PackedName,
  type Rule,
} from './index-format.ts';
import { partsOf } from './name-parts.ts';
import { normalise } from './normalise.ts';
import { createReadings } from './readings.ts';
import { createSenses } from './senses.ts';
import type { Matcher } from './types.ts';

export const createMatcher = (data: NameIndexData): Matcher => matcherWith(createFirstLook, data);

/** The same with a `createFirstLook` that is there already: the lookout's, whose code the browser has compiled. */
export function matcherWith(createLook: typeof createFirstLook, data: NameIndexData): Matcher {
  // A page without a candidate pays for the probe alone; a page without an ambiguous one never reads the words.
  const parts = lazy(() => unpackParts(data));
  const packedNames = lazy(() => partsOf(parts().names));
  const packedRules = lazy(() => parts().rules.split('\n'));
  const packedHeads = lazy(() => parts().entities.split('\n'));
  /** By number, in the order in which pages had need of them. */
  const names: PackedName[] = [];
  const { find, ...look } = createLook(data.probe, {
    units: namePartUnits,
    part: (beginning) => packedNames().get(beginning),
    read: (part) =>
      unpackNames(part).map((name) => {
        const { need, case: nameCase } = ruleAt(name.rule);
        return { text: name.text, number: names.push(name) - 1, need, case: nameCase };
      }),
  });
  const rules: (Rule | undefined)[] = [];
  const ruleAt = (rule: number) => (rules[rule] ??= unpackRule(packedRules()[rule]!));
  const heads: (EntityHead | undefined)[] = [];
  const head = (entity: number) => (heads[entity] ??= unpackHead(packedHeads()[entity]!));
  const senses = createSenses(parts);
  const readingsOf = createReadings((name) => {
    const { text, entity, rule } = names[name]!;
    return { text, entity, rule: ruleAt(rule), topicMask: head(entity).topicMask };
  }, senses);
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
    wordText: senses.wordText,
  };

  return {
    ...look,
    findCandidates(text, language) {
      const normal = normalise(text);
      const hits = find(normal.text, language);
      return hits.length > 0 ? readingsOf(normal, hits, language) : [];
    },
    decide: (blocks) => finish(deciding(blocks, index)),
    deciding: (blocks) => deciding(blocks, index),
    explain: (mention, phrases) => explain(mention, headOf(mention.entity)?.name ?? mention.entity, phrases),
    standing: (entity) => headOf(entity)?.standing ?? 'none',
    entityName: (entity) => headOf(entity)?.name ?? entity,
  };
}

function lazy<Value>(make: () => Value): () => Value {
  let value: { made: Value } | undefined;
  return () => (value ??= { made: make() }).made;
}
