/** Rule: "as of" is not newer than the newest source, and not older than what is told. */
import { earliestDay, latestDay } from '../../dataset/dates.ts';
import { entityRule } from './rule.ts';

export const asOf = entityRule(
  'as-of',
  'asOf is not later than the newest dated source, which alone can bear it out, nor older than the newest event: readers are told that nothing newer was read.',
  function* (entity) {
    if (!entity.asOf) return;
    const last = (days: string[]) => days.sort().at(-1);
    const newest = last(entity.sources.flatMap(({ published }) => (published ? [latestDay(published)] : [])));
    const hasLivePage = entity.sources.some(({ published }) => published === null);
    if (newest && !hasLivePage && earliestDay(entity.asOf) > newest)
      yield [
        'asOf',
        `${entity.asOf.value} is after ${newest}, the newest source: one of the two dates is wrong`,
      ];
    const told = last(entity.events.flatMap(({ date }) => (date ? [earliestDay(date)] : [])));
    if (told && latestDay(entity.asOf) < told)
      yield ['asOf', `${entity.asOf.value} is before ${told}, the newest event: give the date of its source`];
  },
);
