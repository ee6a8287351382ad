/** Rule: a citation's volume or date is of the time at which the listing was printed. */
import { earliestDay, latestDay } from '../../dataset/dates.ts';
import { entityRule } from './rule.ts';

/** The Federal Register began in 1936 with volume 1, a volume a year. */
const volumeZero = 1935;

export const listingCitationYear = entityRule(
  'listing-citation-year',
  'The volume of the Federal Register is that of the year of publication; the day of the Official Journal is not after the listing took effect by more than its date allows.',
  function* (entity) {
    for (const { id, citation, dates } of entity.listings) {
      const volume = /^(\d+) FR /.exec(citation ?? '')?.[1];
      const { published } = dates;
      if (volume !== undefined) {
        const year = volumeZero + Number(volume);
        if (published && Number(published.value.slice(0, 4)) !== year)
          yield [
            `listings.${id}.citation`,
            `volume ${volume} is of ${year}, but it was published ${published.value}`,
          ];
        const first = dates.designated ?? dates.effective;
        // Some notices are printed in the last days of the year before.
        if (!published && first && Number(first.value.slice(0, 4)) > year + 1)
          yield [`listings.${id}.citation`, `volume ${volume} is of ${year}, before ${first.value}`];
      }
      const [, day, month, ojYear] = /, (\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(citation ?? '') ?? [];
      if (day && month && ojYear && published) {
        const printed = `${ojYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
        if (printed < earliestDay(published) || printed > latestDay(published))
          yield [`listings.${id}.citation`, `is of ${printed}, but it was published ${published.value}`];
      }
    }
  },
);
