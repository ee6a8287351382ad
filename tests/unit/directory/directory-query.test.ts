/** The directory's filters, order, counts and address. */
import { expect, test } from 'vitest';
import type { DirectoryRow } from '../../../src/dataset/records.ts';
import {
  countValues,
  emptyQuery,
  parseQuery,
  queryAddress,
  runQuery,
  withFilter,
} from '../../../src/directory/directory-query.ts';
import { buildSearchIndex } from '../../../src/ui/search.ts';

const row = (fields: Partial<DirectoryRow> & { id: string }): DirectoryRow => ({
  name: fields.id,
  kind: 'company',
  country: null,
  categories: [],
  standing: 'none',
  authorities: [],
  names: [],
  events: 0,
  sources: 0,
  ...fields,
});
const index = buildSearchIndex([
  row({ id: 'delta', country: 'IL', standing: 'listed', authorities: ['US Commerce'], events: 1 }),
  row({ id: 'alpha', country: 'IL', standing: 'was-listed', events: 5, sources: 2, names: ['Delta Works'] }),
  row({ id: 'charlie', country: 'US', kind: 'product', categories: ['stalkerware'], sources: 9 }),
]);
const ids = (query: object) => runQuery(index, { ...emptyQuery, ...query }).hits.map(({ row }) => row.id);

test('without words or filters everything is shown by name', () => {
  expect(ids({})).toEqual(['alpha', 'charlie', 'delta']);
  expect(ids({ words: ' ' })).toEqual(['alpha', 'charlie', 'delta']);
});
test('filters narrow together', () => {
  expect(ids({ filters: { country: 'IL' } })).toEqual(['alpha', 'delta']);
  expect(ids({ filters: { country: 'IL', standing: 'listed' } })).toEqual(['delta']);
  expect(ids({ filters: { authority: 'US Commerce', kind: 'product' } })).toEqual([]);
  expect(ids({ filters: { category: 'stalkerware' } })).toEqual(['charlie']);
});
test('words put the best fit first unless another order is asked for', () => {
  expect(ids({ words: 'delta' })).toEqual(['delta', 'alpha']);
  expect(ids({ words: 'delta', sort: 'events' })).toEqual(['alpha', 'delta']);
});
test('words that no name has show what is nearly alike, within the filters', () => {
  expect(runQuery(index, { ...emptyQuery, words: 'delta' }).areNear).toBe(false);
  expect(runQuery(index, { ...emptyQuery, words: 'dleta' })).toEqual({ hits: [], areNear: false });
  const near = { ...emptyQuery, words: 'charlei' };
  expect(runQuery(index, near)).toMatchObject({ hits: [{ row: { id: 'charlie' } }], areNear: true });
  expect(runQuery(index, { ...near, filters: { country: 'IL' } }).hits).toEqual([]);
  expect([...countValues(index, near, 'country')]).toEqual([['US', 1]]);
});
test('puts what is listed, and what has most sources, first', () => {
  expect(ids({ sort: 'standing' })).toEqual(['delta', 'alpha', 'charlie']);
  expect(ids({ sort: 'sources' })).toEqual(['charlie', 'alpha', 'delta']);
});
test('a filter’s counts heed the other filters, not itself', () => {
  const query = { ...emptyQuery, filters: { country: 'US', standing: 'none' } };
  expect([...countValues(index, query, 'country')]).toEqual([['US', 1]]);
  expect([...countValues(index, { ...emptyQuery, filters: { country: 'US' } }, 'country')]).toEqual([
    ['IL', 2],
    ['US', 1],
  ]);
});
test('a chosen value that nothing has any more is counted as none, a made-up one not at all', () => {
  const query = { ...emptyQuery, words: 'charlie', filters: { country: 'IL', kind: 'planet' } };
  expect([...countValues(index, query, 'country')]).toEqual([['IL', 0]]);
  expect([...countValues(index, query, 'kind')]).toEqual([]);
});
test('a law or an investigation has no standing to be filtered by', () => {
  const laws = buildSearchIndex([
    row({ id: 'pegasus-project', kind: 'investigation' }),
    row({ id: 'gdpr', kind: 'instrument' }),
    row({ id: 'verint' }),
  ]);
  expect([...countValues(laws, emptyQuery, 'standing')]).toEqual([['none', 1]]);
  expect(runQuery(laws, { ...emptyQuery, sort: 'standing' }).hits.map((hit) => hit.row.id)).toEqual([
    'verint',
    'gdpr',
    'pegasus-project',
  ]);
});
test('what has no country is not counted as of one', () => {
  const index = buildSearchIndex([row({ id: 'nowhere' })]);
  expect([...countValues(index, emptyQuery, 'country')]).toEqual([]);
});
test('a filter is set beside the others, and taken away alone', () => {
  const filters = { country: 'IL', kind: 'company' };
  expect(withFilter(filters, 'kind', 'product')).toEqual({ country: 'IL', kind: 'product' });
  expect(withFilter(filters, 'kind', undefined)).toEqual({ country: 'IL' });
});
test('the address keeps the query, and nonsense in it is left out', () => {
  const query = { words: 'nso & co', filters: { kind: 'company', country: 'IL' }, sort: 'events' } as const;
  expect(parseQuery(queryAddress(query))).toEqual(query);
  expect(queryAddress({ ...emptyQuery, words: 'nso', sort: 'standing' })).toBe('?q=nso&sort=standing');
  expect(queryAddress(emptyQuery)).toBe('');
  for (const sort of ['name', 'standing', 'sources']) expect(parseQuery(`?sort=${sort}`).sort).toBe(sort);
  expect(parseQuery('?sort=colour&kind=&x=1')).toEqual(emptyQuery);
});
