/** Rule: no date lies before its world or after the day on which it was read. */
import type { SourcedDate } from '../../dataset/dates.ts';
import { earliestDay } from '../../dataset/dates.ts';
import type { Entity } from '../../dataset/entity.ts';
import { checkedBy } from '../compile-cards.ts';
import { entityRule } from './rule.ts';

/** The oldest company in the dataset goes back to the 1830s. */
const firstYear = '1830';

export const datesPossible = entityRule(
  'dates-possible',
  `Dates lie after ${firstYear} and not after the day by which the sources had been read; a page cannot report later days.`,
  function* (entity, { today }) {
    const readBy = checkedBy(entity.sources);
    for (const [field, date] of datesOf(entity)) {
      if (date.value < firstYear) yield [field, `${date.value} is too early to be true`];
      if (earliestDay(date) > readBy)
        yield [field, `${date.value} is after ${readBy}, when the sources were read`];
    }
    for (const { id, published, readBy: read } of entity.sources) {
      if (today !== null && read > today) yield [`sources.${id}.readBy`, `${read} is still to come`];
      if (published && earliestDay(published) > read)
        yield [`sources.${id}.readBy`, `was read before it was published`];
    }
    if (today !== null && entity.review.state === 'reviewed' && entity.review.on > today)
      yield ['review.on', `${entity.review.on} is still to come`];
  },
);

function datesOf(entity: Entity): [string, SourcedDate][] {
  const dates: [string, SourcedDate | null][] = [
    ['founded', entity.founded],
    ['asOf', entity.asOf],
    ...entity.events.map(({ id, date }): [string, SourcedDate | null] => [`events.${id}.date`, date]),
    ...entity.sources.map(({ id, published }): [string, SourcedDate | null] => [
      `sources.${id}.published`,
      published,
    ]),
    ...entity.relations.flatMap(({ id, start, end }): [string, SourcedDate | null][] => [
      [`relations.${id}.start`, start],
      [`relations.${id}.end`, end],
    ]),
    ...entity.listings.flatMap(({ id, dates: of }) =>
      Object.entries(of).map(([kind, date]): [string, SourcedDate | null] => [
        `listings.${id}.dates.${kind}`,
        date,
      ]),
    ),
  ];
  return dates.filter((entry): entry is [string, SourcedDate] => entry[1] !== null);
}
