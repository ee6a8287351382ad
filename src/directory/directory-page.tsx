/** The directory: all entities, found by any of their names, filtered and sorted, with the choice kept in the address. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DirectoryRow } from '../dataset/records.ts';
import { canBeListed } from '../dataset/standing.ts';
import { EntityLink } from '../ui/entity-link.tsx';
import { buildSearchIndex, type SearchHit } from '../ui/search.ts';
import { SiteNav } from '../ui/site-nav.tsx';
import { StandingLabel } from '../ui/standing-label.tsx';
import { t, tn, type MessageKey } from '../ui/translate.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { usePainted } from '../ui/use-painted.ts';
import { useSettings, type SettingsStore } from '../ui/use-settings.ts';
import { categoryWord, countryName, kindWord } from '../ui/words.ts';
import {
  countValues,
  emptyQuery,
  filterKeys,
  parseQuery,
  queryAddress,
  runQuery,
  sortKeys,
  withFilter,
  type DirectoryQuery,
  type SortKey,
} from './directory-query.ts';
import { FilterSelect } from './filter-select.tsx';

export interface DirectoryPlatform {
  store: SettingsStore;
  loadDirectory(): Promise<DirectoryRow[]>;
  /** The query part of the page's address. */
  addressQuery(): string;
  /** Puts a query part into the address without a new history entry. */
  replaceAddress(query: string): void;
}

export function DirectoryPage({ platform }: { platform: DirectoryPlatform }) {
  useSettings(platform.store);
  const directory = useLoaded(platform.loadDirectory, 'directory');
  return (
    <>
      <SiteNav links={['options']} />
      <main>
        <h1>{t('directory.title')}</h1>
        {directory.state === 'loading' && <p class="soft">{t('directory.loading')}</p>}
        {directory.state === 'failed' && (
          <p class="notice" role="alert">
            {t('data_damaged')}
          </p>
        )}
        {directory.state === 'ready' && <Directory rows={directory.value} platform={platform} />}
      </main>
    </>
  );
}

/** So many rows at once: more cost time at each letter typed. */
const pageLength = 100;
/** What fits in a window: the first to be painted. */
const firstLength = 25;

function Directory({ rows, platform }: { rows: readonly DirectoryRow[]; platform: DirectoryPlatform }) {
  const index = useMemo(() => buildSearchIndex(rows), [rows]);
  const [query, setQuery] = useState(() => parseQuery(platform.addressQuery()));
  const [limit, setLimit] = useState(pageLength);
  const drawn = usePainted() ? limit : firstLength;
  const { hits: shown, areNear } = useMemo(() => runQuery(index, query), [index, query]);
  useEffect(() => platform.replaceAddress(queryAddress(query)), [platform, query]);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const wasLimit = useRef(limit);
  // The button that was pressed is below what it brought, or gone: on from the first new entry.
  useLayoutEffect(() => {
    if (limit > wasLimit.current) list.current?.children[wasLimit.current]?.querySelector('a')?.focus();
    wasLimit.current = limit;
  }, [limit]);
  const change = (fields: Partial<DirectoryQuery>) => {
    setLimit(pageLength);
    setQuery((old) => ({ ...old, ...fields }));
  };
  const clear = () => {
    change(emptyQuery);
    // The button goes with what it cleared.
    field.current?.focus();
  };
  return (
    <>
      <Controls index={index} query={query} change={change} field={field} />
      <div class="row spread">
        <p role="status">
          {areNear && shown.length > 0 ? t('search.perhaps') : tn('directory.shown', shown.length)}
        </p>
        {queryAddress(query) && (
          <button type="button" class="button" onClick={clear}>
            {t('directory.clear')}
          </button>
        )}
      </div>
      {shown.length === 0 && <p class="notice">{t('directory.nothing')}</p>}
      <ul role="list" class="results" ref={list}>
        {shown.slice(0, drawn).map(({ row, via }) => (
          <Row key={row.id} row={row} via={via} />
        ))}
      </ul>
      {shown.length > limit && (
        <button type="button" class="button" onClick={() => setLimit(limit + pageLength)}>
          {tn('directory.more', Math.min(pageLength, shown.length - limit))}
        </button>
      )}
    </>
  );
}

const sortWords: Record<SortKey, MessageKey> = {
  name: 'directory.sort_options.name',
  standing: 'directory.sort_options.standing',
  events: 'directory.sort_options.events',
  sources: 'directory.sort_options.sources',
};

interface ControlsProps {
  index: ReturnType<typeof buildSearchIndex>;
  query: DirectoryQuery;
  change: (fields: Partial<DirectoryQuery>) => void;
  field: { current: HTMLInputElement | null };
}

function Controls({ index, query, change, field }: ControlsProps) {
  return (
    <search class="controls">
      <label class="words">
        <span class="small soft">{t('directory.search')}</span>
        <input
          ref={field}
          type="search"
          value={query.words}
          onInput={(event) => change({ words: event.currentTarget.value })}
        />
      </label>
      {filterKeys.map((filter) => (
        <FilterSelect
          key={filter}
          filter={filter}
          value={query.filters[filter]}
          counts={countValues(index, query, filter)}
          onChange={(value) => change({ filters: withFilter(query.filters, filter, value) })}
        />
      ))}
      <label class="filter">
        <span class="small soft">{t('directory.sort')}</span>
        <select
          value={query.sort}
          onChange={(event) => change({ sort: event.currentTarget.value as SortKey })}
        >
          {sortKeys.map((key) => (
            <option key={key} value={key}>
              {t(sortWords[key])}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}

function Row({ row, via }: SearchHit) {
  const about = [
    kindWord(row.kind),
    row.country && countryName(row.country),
    ...row.categories.map(categoryWord),
  ];
  return (
    <li class="entry">
      <div>
        <EntityLink row={row} via={via} />
        <p class="small soft">{about.filter(Boolean).join(' · ')}</p>
      </div>
      <div class="small">
        {canBeListed(row.kind) && <StandingLabel standing={row.standing} short />}
        <p class="soft">
          {tn('directory.events', row.events)} · {tn('directory.sources', row.sources)}
        </p>
      </div>
    </li>
  );
}
