/** Rule: what ends does not end before it begins. */
import { earliestDay, latestDay, type SourcedDate } from '../../dataset/dates.ts';
import { entityRule } from './rule.ts';

const isBefore = (a: SourcedDate | null, b: SourcedDate | null) => a && b && latestDay(a) < earliestDay(b);

export const datesInOrder = entityRule(
  'dates-in-order',
  'A listing is not removed before it began nor in force before it was decided; a relation does not end before it starts.',
  function* (entity) {
    for (const { id, dates } of entity.listings) {
      for (const kind of ['designated', 'published', 'effective'] as const) {
        if (isBefore(dates.removed, dates[kind]))
          yield [`listings.${id}.dates.removed`, `is before it was ${kind}`];
      }
      if (isBefore(dates.published, dates.designated))
        yield [`listings.${id}.dates.published`, 'is before it was designated'];
      if (isBefore(dates.effective, dates.designated))
        yield [`listings.${id}.dates.effective`, 'is before it was designated'];
    }
    for (const { id, start, end } of entity.relations) {
      if (isBefore(end, start)) yield [`relations.${id}.end`, 'is before its start'];
    }
  },
);
