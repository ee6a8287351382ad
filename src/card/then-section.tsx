/** "When this was published", "Since then" and "Before": the article's day beside today, each change with its date and source. */
import { useRef, useState } from 'preact/hooks';
import type { SourcedDate } from '../dataset/dates.ts';
import type { CardRecord } from '../dataset/records.ts';
import { canBeListed, listingStart } from '../dataset/standing.ts';
import { inOrderOfTime, type Change, type ListingThen, type ThenAndNow } from '../dataset/then-and-now.ts';
import { formatDate, formatDay } from '../ui/dates.ts';
import { english } from '../ui/english.tsx';
import { Sentence } from '../ui/sentence.tsx';
import { listApart } from '../ui/listing-apart.ts';
import { t, tn } from '../ui/translate.ts';
import { ClaimSources } from './card-sources.tsx';
import { changesShown } from './constants.ts';
import { useFocusKept } from './focus.ts';
import { trusted } from './trusted.ts';

interface Props {
  record: CardRecord;
  thenAndNow: ThenAndNow;
}

export function ThenSection({
  record,
  published,
  thenAndNow: { then, since, around },
}: Props & { published: SourcedDate | null }) {
  if (!published) {
    return (
      <section class="section then">
        <h2>{t('card.latest')}</h2>
        <p class="quiet">{t('card.no_article_date')}</p>
        <Changes record={record} changes={since} around={[]} />
      </section>
    );
  }
  const changes = (
    <>
      {since.length === 0 && (
        <p class="quiet">{t('card.nothing_since', { date: formatDay(record.checkedBy) })}</p>
      )}
      <Changes record={record} changes={since} around={around} />
    </>
  );
  if (!canBeListed(record.kind)) {
    return (
      <section class="section then">
        <h2>{t('card.since_published', { date: formatDate(published) })}</h2>
        {changes}
      </section>
    );
  }
  return (
    <section class="section then">
      <h2>{t('card.when_published', { date: formatDate(published) })}</h2>
      {then.length > 0 ? (
        <ul class="states">
          {then.map((one) => (
            <li key={one.listing.id}>
              <StateThen {...one} record={record} />
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('card.no_listing_then')}</p>
      )}
      <h2>{t('card.since_then')}</h2>
      {changes}
    </section>
  );
}

/**
 * Of an article that is younger than most of what is known: the most telling of that, in the room that is left. Behind what
 * the entity is, which who reads of it for the first time needs first.
 */
export function BeforeSection({ record, thenAndNow: { since, before, around } }: Props) {
  const room = Math.max(0, changesShown - since.length - around.length);
  const shown = inOrderOfTime(before.slice(0, room));
  if (shown.length === 0) return null;
  return (
    <section class="section before">
      <h2>{t('card.before_published')}</h2>
      <ul class="changes">
        {shown.map((change) => (
          <ChangeRow key={keyOf(change)} record={record} change={change} />
        ))}
      </ul>
    </section>
  );
}

function StateThen({ listing, state, record }: ListingThen & { record: CardRecord }) {
  const list = <bdi {...english}>{listApart(listing, record.listings)}</bdi>;
  const start = listingStart(listing);
  const { removed } = listing.dates;
  if (state === 'in-force' && start)
    return <Sentence of="card.then_in_force" values={{ list, date: formatDate(start) }} />;
  if (state === 'ended')
    return (
      <Sentence
        of="card.then_ended"
        values={{ list, date: removed ? formatDate(removed) : t('date.undated') }}
      />
    );
  return (
    <Sentence of={state === 'proposed' ? 'card.then_proposed' : 'card.then_unknown'} values={{ list }} />
  );
}

/**
 * The most telling changes; all of them, and those that may lie on either side of the article, on request. Both in order
 * of time: rows of dates that jump back and forth are read as a mistake.
 */
function Changes({ record, changes, around }: { record: CardRecord; changes: Change[]; around: Change[] }) {
  const [isAllShown, setAllShown] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  const keepFocus = useFocusKept(
    () => more.current,
    () => list.current,
  );
  const rest = changes.length - changesShown + around.length;
  const isFolded = !isAllShown && changes.length + around.length > changesShown;
  return (
    <>
      {changes.length > 0 && (
        <ul class="changes" ref={list} tabIndex={-1}>
          {inOrderOfTime(isFolded ? changes.slice(0, changesShown) : changes).map((change) => (
            <ChangeRow key={keyOf(change)} record={record} change={change} />
          ))}
        </ul>
      )}
      {!isFolded && around.length > 0 && (
        <>
          <h3>{t('card.around_then')}</h3>
          <ul class="changes" ref={changes.length > 0 ? null : list} tabIndex={-1}>
            {around.map((change) => (
              <ChangeRow key={keyOf(change)} record={record} change={change} />
            ))}
          </ul>
        </>
      )}
      {isFolded && (
        <button
          ref={more}
          type="button"
          class="plain"
          onClick={trusted(() => keepFocus(() => setAllShown(true)))}
        >
          {tn('card.show_more', Math.max(rest, around.length))}
        </button>
      )}
    </>
  );
}

function ChangeRow({ record, change }: { record: CardRecord; change: Change }) {
  return (
    <li>
      <span class="date">{formatDate(change.date)}</span>{' '}
      {change.kind === 'event' ? (
        <span {...english}>{change.event.text}</span>
      ) : (
        <span>
          <ListingChange {...change} record={record} />
        </span>
      )}{' '}
      {change.kind !== 'event' && change.told && (
        <>
          <span {...english}>{change.told.text}</span>{' '}
        </>
      )}
      <ClaimSources sources={record.sources} ids={change.sources} />
    </li>
  );
}

function ListingChange({
  kind,
  listing,
  record,
}: Exclude<Change, { kind: 'event' }> & { record: CardRecord }) {
  // The citation is of the act that listed; the removal was another act.
  const act = kind === 'listed' ? [listing.authority, listing.citation] : [listing.authority];
  const values = {
    list: <bdi {...english}>{listApart(listing, record.listings)}</bdi>,
    authority: <bdi {...english}>{act.filter(Boolean).join('; ')}</bdi>,
  };
  return <Sentence of={kind === 'listed' ? 'card.change_listed' : 'card.change_delisted'} values={values} />;
}

function keyOf(change: Change): string {
  return change.kind === 'event' ? change.event.id : `${change.kind}-${change.listing.id}`;
}
