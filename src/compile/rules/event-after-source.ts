/** Rule: a page does not report what happened after it was published. */
import { earliestDay, latestDay } from '../../dataset/dates.ts';
import { citedSources, entityRule } from './rule.ts';

export const eventAfterSource = entityRule(
  'event-after-source',
  'At least one page cited for an event is not older than the event. A page without a date may have been updated.',
  function* (entity) {
    for (const event of entity.events) {
      const { date } = event;
      if (!date) continue;
      const sources = citedSources(entity, event);
      const isTooOld = sources.every(
        ({ published }) => published !== null && latestDay(published) < earliestDay(date),
      );
      if (sources.length > 0 && isTooOld) {
        yield [
          `events.${event.id}.date`,
          `${date.value} is after every page that is cited for it was published`,
        ];
      }
    }
  },
);
