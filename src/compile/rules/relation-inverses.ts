/** Rule: what two entities say of each other does not clash. */
import { latestDay, earliestDay } from '../../dataset/dates.ts';
import { inverseRelation } from '../../dataset/inverse-relation.ts';
import { entityRule } from './rule.ts';

export const relationInverses = entityRule(
  'relation-inverses',
  'Two entities do not both claim the same side of a one-way tie, and a tie stated twice has dates that can both be true.',
  function* (entity, { byId }) {
    for (const { id, type, target, start, end } of entity.relations) {
      const theirs = (target && byId.get(target)?.relations.filter((tie) => tie.target === entity.id)) || [];
      const inverse = inverseRelation(type);
      if (inverse !== type && theirs.some((tie) => tie.type === type)) {
        yield [`relations.${id}.type`, `“${type} ${target}”, but ${target} says “${type} ${entity.id}” too`];
      }
      // One direction is enough to report a clash once.
      for (const tie of theirs.filter((other) => other.type === inverse && entity.id < (target ?? ''))) {
        for (const [mine, other] of [[start, tie.start], [end, tie.end]] as const) {
          const isClash = mine && other && (latestDay(mine) < earliestDay(other) || latestDay(other) < earliestDay(mine));
          if (isClash) yield [`relations.${id}`, `${mine.value} here, ${other.value} in ${target} (${tie.id})`];
        }
      }
    }
  },
);
