/** Rule: a relation leads somewhere else that exists, once. */
import type { Entity, Name } from '../../dataset/entity.ts';
import { caseless, entityRule } from './rule.ts';

/** Whether a party's name can only mean this entity. */
function isCalled({ name, names }: Entity, party: string): boolean {
  const sure = names.filter(
    ({ type, ambiguous, onlyWithKin, unmarked }) => type !== 'kin' && !ambiguous && !onlyWithKin && !unmarked,
  );
  return [name, ...sure.map(({ text }) => text)].some((text) => caseless(text) === caseless(party));
}

export const relationTargets = entityRule(
  'relation-targets',
  'A relation leads to another entity that exists; a party that has an entry is not called external; no tie is stated twice.',
  function* (entity, { byId, entities, unread }) {
    const seen = new Set<string>();
    for (const { id, type, target, external, start } of entity.relations) {
      const isOwn = (name: Name) =>
        name.type !== 'kin' && external !== undefined && caseless(name.text) === caseless(external);
      if (entity.names.some(isOwn)) yield [`relations.${id}.external`, `“${external}” is the entity itself`];
      if (target === entity.id) yield [`relations.${id}.target`, 'is the entity itself'];
      if (target && !byId.has(target) && !unread.has(target))
        yield [`relations.${id}.target`, `"${target}" does not exist`];
      const known = external && entities.find((other) => other !== entity && isCalled(other, external));
      if (known) yield [`relations.${id}.external`, `“${external}” has an entry: target "${known.id}"`];
      const key = JSON.stringify([type, target ?? caseless(external ?? ''), start]);
      if (seen.has(key)) yield [`relations.${id}`, `states “${type} ${target ?? external}” a second time`];
      seen.add(key);
    }
  },
);
