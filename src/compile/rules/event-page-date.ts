/** Rule: a page's own date is not taken for the event's. */
import { citedSources, entityRule } from './rule.ts';

export const eventPageDate = entityRule(
  'event-page-date',
  'A day that equals the date of every page cited may be the page’s: checked ones are exceptions (audit pattern 1).',
  function* (entity) {
    for (const event of entity.events) {
      if (event.date?.precision !== 'day') continue;
      const sources = citedSources(entity, event);
      // Official acts are dated by their publication.
      if (sources.some(({ kind }) => kind === 'primary' || kind === 'research')) continue;
      // What is told as a report did happen on the day of the report.
      if (/\b(reported|published|wrote|according to|said|disclosed|revealed|announced)\b/i.test(event.text))
        continue;
      if (sources.length > 0 && sources.every(({ published }) => published?.value === event.date?.value)) {
        yield [
          `events.${event.id}.date`,
          `${event.date.value} is the date of every page cited. If it is the event’s too, cite a page of another day that bears it out, or make it an exception; if not, give the month`,
        ];
      }
    }
  },
);
