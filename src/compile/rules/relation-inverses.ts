/** Rule: what two entities say of each other does not clash. */
import { latestDay, earliestDay } from '../../dataset/dates.ts';
import { inverseRelation } from '../../dataset/inverse-relation.ts';
import type { RelationType } from '../../dataset/vocabulary.ts';
import { entityRule, type Dataset } from './rule.ts';

const owned: readonly RelationType[] = ['subsidiary-of', 'owned-by', 'acquired-by'];

/** Those who own an entity, as far as the ties of today tell, its own and theirs. */
function ownersOf(id: string, { entities }: Dataset): string[] {
  return entities.flatMap((entity) =>
    entity.relations.flatMap(({ type, target, end }) => {
      if (end || target === undefined) return [];
      if (entity.id === id && owned.includes(type)) return [target];
      return target === id && owned.includes(inverseRelation(type)) ? [entity.id] : [];
    }),
  );
}

/** The way from an entity over its owners back to itself; null where there is none. */
function circleOf(start: string, dataset: Dataset): string[] | null {
  const ways = ownersOf(start, dataset).map((owner) => [start, owner]);
  const seen = new Set<string>();
  for (const way of ways) {
    const last = way.at(-1) ?? '';
    if (last === start) return way;
    if (seen.has(last)) continue;
    seen.add(last);
    ways.push(...ownersOf(last, dataset).map((owner) => [...way, owner]));
  }
  return null;
}

export const relationInverses = entityRule(
  'relation-inverses',
  'Two entities do not both claim the same side of a one-way tie; a tie stated twice has dates that can both be true, and none that one side alone gives, since a profile shows its own statement; nobody owns itself through others.',
  function* (entity, dataset) {
    const { byId } = dataset;
    const circle = circleOf(entity.id, dataset);
    for (const { id, type, target, start, end } of entity.relations) {
      const other = target === undefined ? undefined : byId.get(target);
      const theirs = other?.relations.filter((tie) => tie.target === entity.id) ?? [];
      const inverse = inverseRelation(type);
      const isBothWays = entity.relations.some(
        (own) => own.target === target && own.type === inverse && own.id > id,
      );
      if (target !== undefined && inverse !== type && isBothWays)
        yield [`relations.${id}.type`, `“${type} ${target}”, but also “${inverse} ${target}”`];
      if (inverse !== type && theirs.some((tie) => tie.type === type)) {
        yield [`relations.${id}.type`, `“${type} ${target}”, but ${target} says “${type} ${entity.id}” too`];
      }
      // Of two, the line above tells.
      if (circle && circle.length > 3 && target === circle[1] && owned.includes(type))
        yield [`relations.${id}.type`, `makes it its own owner: ${circle.join(' → ')}`];
      // One direction is enough to report a clash once.
      for (const tie of theirs.filter((each) => each.type === inverse && entity.id < (target ?? ''))) {
        for (const [mine, their] of [
          [start, tie.start],
          [end, tie.end],
        ] as const) {
          const isClash =
            mine && their
              ? latestDay(mine) < earliestDay(their) || latestDay(their) < earliestDay(mine)
              : mine !== their;
          if (isClash)
            yield [
              `relations.${id}`,
              `${mine?.value ?? 'no date'} here, ${their?.value ?? 'no date'} in ${target} (${tie.id})`,
            ];
        }
      }
    }
  },
);
