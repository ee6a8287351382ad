/** The addresses under which a listing's citation can be looked up, for each form that a citation of the dataset has. */
import './english.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Entity } from '../../../src/dataset/entity.ts';
import { citationParts } from '../../../src/ui/official-text.ts';

const urls = (citation: string, status: 'listed' | 'removed' = 'listed') =>
  citationParts({ citation, status }).flatMap(({ link }) => (link ? [link.url] : []));

test.each([
  ['86 FR 60759', 'https://www.federalregister.gov/citation/86-FR-60759'],
  ['FR Doc. 2019-22210', 'https://www.federalregister.gov/d/2019-22210'],
  ['Pub. L. 115-232, sec. 889', 'https://www.govinfo.gov/link/plaw/115/public/232'],
  ['OFAC SDN List, entry 44921', 'https://sanctionssearch.ofac.treas.gov/Details.aspx?id=44921'],
  ['OFAC NS-CMIC List, entry 33091', 'https://sanctionssearch.ofac.treas.gov/Details.aspx?id=33091'],
  [
    'Implementing Regulation (EU) 2023/1495, OJ L 183I, 20.7.2023',
    'https://data.europa.eu/eli/reg_impl/2023/1495/oj',
  ],
  ['Regulation (EU) No 269/2014, Annex I, entities, entry 329', 'https://data.europa.eu/eli/reg/2014/269'],
  ['Regulation (EC) No 765/2006, Annex I, part B, entry 5', 'https://data.europa.eu/eli/reg/2006/765'],
  ['Regulation (EU) 2024/1485, Annex IV, part B, entry 7', 'https://data.europa.eu/eli/reg/2024/1485'],
  ['SOR/2014-58', 'https://laws-lois.justice.gc.ca/eng/regulations/SOR-2014-58/page-1.html'],
])('%s is looked up at %s', (citation, url) => {
  expect(urls(citation)).toEqual([url]);
});

test('each of several entries has its own address', () => {
  const parts = citationParts({ citation: 'OFAC SDN List, entries 48059 and 48064', status: 'listed' });
  expect(parts.map(({ text, link }) => (link ? `[${text}]` : text)).join('')).toBe(
    'OFAC SDN List, entries [48059] and [48064]',
  );
  expect(parts.at(-1)!.link).toEqual({
    url: 'https://sanctionssearch.ofac.treas.gov/Details.aspx?id=48064',
    title: expect.stringContaining('sanctionssearch.ofac.treas.gov') as string,
  });
});

test('what was removed is looked up in the gazette, and no more in the list of today', () => {
  expect(urls('Regulation (EU) No 269/2014, Annex I, entities, entry 329', 'removed')).toEqual([]);
  expect(urls('86 FR 60759', 'removed')).toHaveLength(1);
  expect(urls('OFAC SDN List, entry 44921', 'removed')).toEqual([]);
  expect(urls('SOR/2014-58', 'removed')).toEqual([]);
});

test.each(['UK Sanctions List, CYB0045', 'DA 21-309'])('%s stays plain text', (citation) => {
  expect(citationParts({ citation, status: 'listed' })).toEqual([{ text: citation, link: null }]);
});

test('a listing without a citation has no part', () => {
  expect(citationParts({ citation: null, status: 'listed' })).toEqual([]);
});

test('no citation of the dataset loses a letter, and most can be looked up', () => {
  const folder = new URL('../../../data/entities/', import.meta.url);
  const listings = readdirSync(folder).flatMap(
    (file) => (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Entity).listings,
  );
  for (const listing of listings) {
    const text = citationParts(listing).map((part) => part.text);
    expect(text.join('')).toBe(listing.citation ?? '');
  }
  const linked = listings.filter((listing) => citationParts(listing).some(({ link }) => link));
  expect(linked.length).toBeGreaterThan(listings.length / 2);
});
