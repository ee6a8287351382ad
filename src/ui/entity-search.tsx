/** A search field over all entities with links to their profiles below it. */
import { useMemo, useState } from 'preact/hooks';
import type { DirectoryRow } from '../dataset/records.ts';
import { canBeListed } from '../dataset/standing.ts';
import { EntityLink } from './entity-link.tsx';
import { buildSearchIndex, searchOrNear, type SearchHit } from './search.ts';
import { StandingLabel } from './standing-label.tsx';
import { t, tn } from './translate.ts';
import { countryName, kindWord } from './words.ts';

interface EntitySearchProps {
  rows: readonly DirectoryRow[];
  /** How many hits to show; the rest is told as a number. */
  limit: number;
  /** Links open in a new tab (from the popup, which would show them in its own small window). */
  newTab?: boolean;
  initialQuery?: string;
}

export function EntitySearch({ rows, limit, newTab = false, initialQuery = '' }: EntitySearchProps) {
  const [query, setQuery] = useState(initialQuery);
  const index = useMemo(() => buildSearchIndex(rows), [rows]);
  const { hits, areNear } = useMemo(() => searchOrNear(index, query), [index, query]);
  return (
    <search class="entity-search">
      <form onSubmit={openFirst}>
        <label>
          <span class="visually-hidden">{tn('search.label', rows.length)}</span>
          <input
            type="search"
            value={query}
            placeholder={tn('search.label', rows.length)}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </label>
      </form>
      <p class="visually-hidden" role="status">
        {query.trim() && (areNear ? t('search.perhaps') : tn('search.hits', hits.length))}
      </p>
      {areNear && <p class="soft">{t('search.perhaps')}</p>}
      {query.trim() && hits.length === 0 && <p class="soft">{t('search.nothing')}</p>}
      {hits.length > 0 && (
        <ul role="list" class="results">
          {hits.slice(0, limit).map((hit) => (
            <Hit key={hit.row.id} hit={hit} newTab={newTab} />
          ))}
        </ul>
      )}
      {hits.length > limit && <p class="soft small">{tn('search.more', hits.length - limit)}</p>}
    </search>
  );
}

/** Enter in the field opens the best hit, where its link leads. */
function openFirst(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
  event.preventDefault();
  event.currentTarget.parentElement!.querySelector<HTMLAnchorElement>('.results a')?.click();
}

function Hit({ hit: { row, via }, newTab }: { hit: SearchHit; newTab: boolean }) {
  return (
    <li>
      <EntityLink row={row} via={via} newTab={newTab} />
      <div class="row small soft">
        <span>
          {[kindWord(row.kind), row.country && countryName(row.country)].filter(Boolean).join(' · ')}
        </span>
        {canBeListed(row.kind) && <StandingLabel standing={row.standing} short />}
      </div>
    </li>
  );
}
