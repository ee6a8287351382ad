/** Rule: "as of" is not newer than the newest source. */
import { earliestDay, latestDay } from '../../dataset/dates.ts';
import { entityRule } from './rule.ts';

export const asOf = entityRule(
  'as-of',
  'asOf is not later than the newest dated source: nothing else can bear it out.',
  function* (entity) {
    if (!entity.asOf) return;
    const newest = entity.sources
      .flatMap(({ published }) => (published ? [latestDay(published)] : []))
      .sort()
      .at(-1);
    const hasLivePage = entity.sources.some(({ published }) => published === null);
    if (newest && !hasLivePage && earliestDay(entity.asOf) > newest)
      yield [
        'asOf',
        `${entity.asOf.value} is after ${newest}, the newest source: one of the two dates is wrong`,
      ];
  },
);
