/** Rule: what two entities say of each other does not clash. */
import { latestDay, earliestDay } from '../../dataset/dates.ts';
import { inverseRelation } from '../../dataset/inverse-relation.ts';
import { entityRule } from './rule.ts';

export const relationInverses = entityRule(
  'relation-inverses',
  'Two entities do not both claim the same side of a one-way tie; a tie stated twice has dates that can both be true, and none that one side alone gives, since a profile shows its own statement.',
  function* (entity, { byId }) {
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
