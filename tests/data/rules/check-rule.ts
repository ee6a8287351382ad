/** Runs one rule on made-up entities and tells the places that it complains of. */
import { toDataset, type Dataset, type Rule } from '../../../src/compile/rules/rule.ts';
import type { Entity } from '../../../src/dataset/entity.ts';
import { sampleEntity } from '../../unit/compile/sample-entities.ts';

/** `<file> <field>` of each problem, for entities given whole or as changes to the sample entity. */
export function placesOf(
  rule: Rule,
  changes: readonly Partial<Entity>[],
  rest: Partial<Omit<Dataset, "entities" | "byId">> = {},
): string[] {
  return rule.check(toDataset(changes.map(sampleEntity), rest)).map(({ file, field }) => `${file.replace('entities/', '')} ${field}`);
}

/** The fields at fault in one entity. */
export function fieldsOf(rule: Rule, change: Partial<Entity>): string[] {
  return placesOf(rule, [change]).map((place) => place.split(' ').slice(1).join(' '));
}

/** One event with the sample's other fields. */
export function withEvent(change: Partial<Entity['events'][number]>): Partial<Entity> {
  return { events: [{ ...sampleEntity().events[0]!, ...change }] };
}
