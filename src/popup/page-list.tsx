/** The entities that the page names: choosing one goes to its mentions in turn. */
import { useMemo, useState } from 'preact/hooks';
import type { DirectoryRow } from '../dataset/records.ts';
import type { PageEntity, ToPage } from '../messages.ts';
import { profileAddress } from '../ui/addresses.ts';
import { canBeListed } from '../dataset/standing.ts';
import { StandingLabel } from '../ui/standing-label.tsx';
import { t, tn } from '../ui/translate.ts';
import { kindWord } from '../ui/words.ts';
import type { FoundPage } from './find-page.ts';

interface PageListProps {
  found: FoundPage;
  rows: readonly DirectoryRow[];
  send: (message: Extract<ToPage, { type: 'go-to-mention' | 'step-mention' }>) => void;
}

export function PageList({ found, rows, send }: PageListProps) {
  const { entities, title } = found.state;
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const [visited, setVisited] = useState<{ entity: string; index: number } | null>(null);
  const goTo = ({ entity, count }: PageEntity) => {
    const index = visited?.entity === entity ? (visited.index + 1) % count : 0;
    setVisited({ entity, index });
    send({ type: 'go-to-mention', entity, index });
  };
  const step = (direction: 1 | -1) => {
    setVisited(null);
    send({ type: 'step-mention', step: direction });
  };
  const place =
    visited &&
    t('popup.found_at', {
      index: visited.index + 1,
      count: entities.find(({ entity }) => entity === visited.entity)?.count ?? 0,
    });
  return (
    <section class="on-page" aria-labelledby="page-heading">
      <div class="row spread">
        <h2 id="page-heading">{t('popup.page')}</h2>
        <span class="soft">{tn('popup.page_count', entities.length)}</span>
      </div>
      {found.state.isReading && <p class="soft small">{t('popup.reading')}</p>}
      {title && (
        <p class="soft small page-title" lang="" dir="auto">
          {title}
        </p>
      )}
      <div class="row steps">
        <button type="button" class="button" onClick={() => step(-1)}>
          {t('popup.previous')}
        </button>
        <button type="button" class="button" onClick={() => step(1)}>
          {t('popup.next')}
        </button>
      </div>
      <p class="visually-hidden" role="status">
        {place}
      </p>
      <ul role="list" class="page-list">
        {entities.map((item) => (
          <Line
            key={item.entity}
            item={item}
            row={byId.get(item.entity)}
            place={visited?.entity === item.entity ? place : null}
            onGoTo={() => goTo(item)}
          />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  item: PageEntity;
  /** Missing when the directory could not be read: the id then stands for the name. */
  row: DirectoryRow | undefined;
  /** Which of its mentions the reader was brought to; null where to none. */
  place: string | null;
  onGoTo: () => void;
}

function Line({ item, row, place, onGoTo }: LineProps) {
  const name = row?.name ?? item.entity;
  return (
    <li>
      <button type="button" class="go-to" onClick={onGoTo} title={t('popup.go_to', { name })}>
        <span class="name">
          <bdi lang="">{name}</bdi>
        </span>
        {row && <span class="kind small soft">{kindWord(row.kind)}</span>}
        {row && canBeListed(row.kind) ? <StandingLabel standing={row.standing} short /> : <span />}
        <span class="count small soft">{place ?? tn('popup.mentions', item.count)}</span>
      </button>
      <a href={profileAddress(item.entity)} target="_blank" aria-label={t('popup.profile_of', { name })}>
        {t('popup.profile')}
      </a>
    </li>
  );
}
