/** What the directory shows: a query of words, filters and an order, kept in the page's address. Pure. */
import type { DirectoryRow } from '../dataset/records.ts';
import { canBeListed } from '../dataset/standing.ts';
import { searchOrNear, type SearchHit, type SearchIndex } from '../ui/search.ts';

export const filterKeys = ['kind', 'country', 'category', 'standing', 'authority'] as const;
export type FilterKey = (typeof filterKeys)[number];
export const sortKeys = ['name', 'standing', 'events', 'sources'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface DirectoryQuery {
  words: string;
  /** Only filters that are set; a value that no row has shows nothing. */
  filters: Partial<Record<FilterKey, string>>;
  sort: SortKey;
}

export const emptyQuery: DirectoryQuery = { words: '', filters: {}, sort: 'name' };

export function parseQuery(search: string): DirectoryQuery {
  const params = new URLSearchParams(search);
  const filters: DirectoryQuery['filters'] = {};
  for (const key of filterKeys) {
    const value = params.get(key);
    if (value) filters[key] = value;
  }
  const sort = sortKeys.find((key) => key === params.get('sort')) ?? 'name';
  return { words: params.get('q') ?? '', filters, sort };
}

/** `?q=…&kind=…`; empty for the query that shows everything. Order and spelling are always the same. */
export function queryAddress({ words, filters, sort }: DirectoryQuery): string {
  const params = new URLSearchParams();
  if (words.trim()) params.set('q', words);
  for (const key of filterKeys) if (filters[key]) params.set(key, filters[key]);
  if (sort !== 'name') params.set('sort', sort);
  const text = params.toString();
  return text && `?${text}`;
}

/** The values of a row that a filter looks at. */
function filterValues(row: DirectoryRow, key: FilterKey): readonly string[] {
  switch (key) {
    case 'kind':
      return [row.kind];
    case 'country':
      return row.country ? [row.country] : [];
    case 'category':
      return row.categories;
    case 'standing':
      return canBeListed(row.kind) ? [row.standing] : [];
    case 'authority':
      return row.authorities;
  }
}

function passes(row: DirectoryRow, filters: DirectoryQuery['filters']): boolean {
  return filterKeys.every((key) => {
    const wanted = filters[key];
    return wanted === undefined || filterValues(row, key).includes(wanted);
  });
}

const standingOrder = ['listed', 'was-listed', 'none'];
/** Behind all others what cannot be listed. */
const standingRank = ({ kind, standing }: DirectoryRow) =>
  canBeListed(kind) ? standingOrder.indexOf(standing) : standingOrder.length;
const orders: Record<SortKey, (a: DirectoryRow, b: DirectoryRow) => number> = {
  name: (a, b) => a.name.localeCompare(b.name),
  standing: (a, b) => standingRank(a) - standingRank(b),
  events: (a, b) => b.events - a.events,
  sources: (a, b) => b.sources - a.sources,
};

/**
 * The rows to show. With words and no other order asked for, the best fit comes first; `areNear`: no name has the words, these are
 * nearly alike.
 */
export function runQuery(index: SearchIndex, query: DirectoryQuery): { hits: SearchHit[]; areNear: boolean } {
  const isSearch = query.words.trim() !== '';
  const all = () => ({ hits: index.map(({ row }) => ({ row, via: null })), areNear: false });
  const found = isSearch ? searchOrNear(index, query.words) : all();
  const hits = found.hits.filter(({ row }) => passes(row, query.filters));
  if (!isSearch || query.sort !== 'name')
    hits.sort((a, b) => orders[query.sort](a.row, b.row) || orders.name(a.row, b.row));
  return { hits, areNear: found.areNear };
}

/** The filters with one set, or taken away where `value` is undefined. */
export function withFilter(
  filters: DirectoryQuery['filters'],
  key: FilterKey,
  value: string | undefined,
): DirectoryQuery['filters'] {
  const others = Object.entries(filters).filter(([other]) => other !== key);
  return Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
}

/**
 * For one filter's menu: each value with the number of rows that choosing it would show, given all else. A chosen value stays
 * in it where that is none; one that no row of the directory has does not.
 */
export function countValues(index: SearchIndex, query: DirectoryQuery, key: FilterKey): Map<string, number> {
  const counts = new Map<string, number>();
  const { hits } = runQuery(index, { ...query, filters: withFilter(query.filters, key, undefined) });
  for (const { row } of hits) {
    for (const value of filterValues(row, key)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const chosen = query.filters[key];
  const isKnown = (value: string) => index.some(({ row }) => filterValues(row, key).includes(value));
  if (chosen !== undefined && !counts.has(chosen) && isKnown(chosen)) counts.set(chosen, 0);
  return counts;
}
