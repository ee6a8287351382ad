/** All dated facts, newest first, and those without a date after them. */
import { sourcesOf } from '../dataset/claim-sources.ts';
import type { ProfileRecord } from '../dataset/records.ts';
import { formatDate } from '../ui/dates.ts';
import { english } from '../ui/english.tsx';
import { t } from '../ui/translate.ts';
import { eventTypeWord } from '../ui/words.ts';
import { Section } from './section.tsx';
import { SourceRefs } from './source-refs.tsx';
import { Timeline } from './timeline.tsx';

export function Events({ record }: { record: ProfileRecord }) {
  const { events } = record;
  if (events.length === 0) return null;
  const dated = events.filter((event) => event.date).reverse();
  const undated = events.filter((event) => !event.date);
  return (
    <Section id="events" title={t('profile.events')} count={events.length}>
      <Timeline record={record} />
      <ol role="list" class="events">
        {[...dated, ...undated].map((event) => (
          <li key={event.id} id={event.id}>
            <div class="when">
              {event.date ? (
                <time dateTime={event.date.value}>{formatDate(event.date)}</time>
              ) : (
                <span class="soft">{t('date.undated')}</span>
              )}
              <span class="small soft">{eventTypeWord(event.type)}</span>
            </div>
            <div>
              <p {...english}>{event.text}</p>
              <SourceRefs
                claim={event.id}
                sources={sourcesOf(record, event)}
                isContested={event.contested ?? false}
              />
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
