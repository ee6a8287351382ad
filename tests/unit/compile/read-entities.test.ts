/** Reading: every breach of the schema is told at once, with the field it is in. */
import { expect, it } from 'vitest';
import { parseEntity } from '../../../src/compile/read-entities.ts';
import { formatEntity } from '../../../src/compile/write-entity.ts';
import { sampleEntity, sampleListing } from './sample-entities.ts';

const fieldsOf = (value: unknown) =>
  parseEntity(JSON.stringify(value), 'entities/x.json').problems.map(({ field }) => field);

it('takes a sound entity', () => {
  const { entity, problems } = parseEntity(
    formatEntity(sampleEntity({ listings: [sampleListing()] })),
    'entities/acme-optics.json',
  );
  expect(problems).toEqual([]);
  expect(entity).toEqual(sampleEntity({ listings: [sampleListing()] }));
});

it('takes a file that begins with a byte order mark, which nobody sees', () => {
  expect(parseEntity(`\uFEFF${formatEntity(sampleEntity())}`, 'entities/acme-optics.json').problems).toEqual(
    [],
  );
});

it('says that a file is not JSON', () => {
  expect(parseEntity('{', 'entities/x.json').problems[0]).toMatchObject({
    file: 'entities/x.json',
    field: '',
  });
});

const [event] = sampleEntity().events;
const [source] = sampleEntity().sources;
it.each([
  ['an id with capitals', { id: 'Acme' }, ['id']],
  ['an unknown field', { colour: 'red' }, ['colour']],
  ['a claim without a source', { events: [{ ...event, sources: [] }] }, ['events[0].sources']],
  [
    'a date that does not exist',
    { events: [{ ...event, date: { value: '2021-02-30', precision: 'day' } }] },
    ['events[0].date'],
  ],
  [
    'a precision that does not fit',
    { events: [{ ...event, date: { value: '2021', precision: 'day' } }] },
    ['events[0].date'],
  ],
  [
    'a listing without its dates',
    { listings: [{ ...sampleListing(), dates: {} }] },
    ['designated', 'published', 'effective', 'removed'].map((kind) => `listings[0].dates.${kind}`),
  ],
  ['an address that is none', { sources: [{ ...source, url: 'ftp://example.org' }] }, ['sources[0].url']],
  [
    'a relation to nobody',
    { relations: [{ id: 'r1', type: 'made-by', start: null, end: null, sources: ['s1'] }] },
    ['relations[0]'],
  ],
  ['a review without a day', { review: { state: 'reviewed' } }, ['review.on']],
  ['two faults at once', { country: 'usa', summary: '' }, ['country', 'summary']],
])('tells where %s stands', (_what, change, fields) => {
  expect(fieldsOf({ ...sampleEntity(), ...change })).toEqual(fields);
});

it.each([
  [
    'a word outside its list',
    { categories: ['aerial'] },
    /^is "aerial", but must be one of mobile-spyware, /,
  ],
  [
    'a bare year',
    { founded: '2007' },
    /^is "2007": write \{ "value": "2022-05", "precision": "month" \}, or null/,
  ],
  ['a date left out', { founded: undefined }, /^is missing: write \{ "value"/],
  ['a bare fact', { facts: ['Old.'] }, /write \[\{ "id": "f1", "text"/],
  ['one sentence for a list', { unverified: 'Its owner.' }, /write a list of sentences/],
  ['a country in words', { country: 'France' }, /two capital letters/],
  ['an id of the wrong letter', { sources: [{ ...source, id: 'e1' }] }, /ids here are s1, s2/],
  [
    'false for a mark',
    { names: [{ text: 'Acme', type: 'primary', ambiguous: false }] },
    /leave the field out/,
  ],
  ['a claim without sources', { events: [{ ...event, sources: [] }] }, /needs one entry at least/],
  ['an unknown field', { colour: 'red' }, /“The fields” in data\/README\.md/],
])('says what to write instead of %s', (_what, change, message) => {
  const problems = parseEntity(JSON.stringify({ ...sampleEntity(), ...change }), 'entities/x.json').problems;
  expect(problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
});

it('writes keys in the order of the schema, whatever order they came in', () => {
  const { id, ...rest } = sampleEntity();
  expect(formatEntity({ ...rest, id })).toBe(formatEntity(sampleEntity()));
  expect(formatEntity(sampleEntity()).startsWith('{\n  "id": "acme-optics",\n  "kind"')).toBe(true);
});
