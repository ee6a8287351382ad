/** The text that a card's "Copy citation" gives: status, law and sources. */
import '../ui/english.ts';
import { expect, it } from 'vitest';
import { citationOf } from '../../../src/card/cite.ts';
import { compileCard } from '../../../src/compile/compile-cards.ts';
import type { Listing } from '../../../src/dataset/entity.ts';
import type { RecordEvent } from '../../../src/dataset/records.ts';
import { sampleEntity, sampleListing, sampleSource } from '../compile/sample-entities.ts';
import { readCard } from './read-card.ts';

it('names the listing, the law and the sources with their addresses', () => {
  const text = citationOf(readCard('nso-group'));
  expect(text).toContain('NSO Group: Under a government listing now');
  expect(text).toContain(
    'Entity List, US Department of Commerce, Bureau of Industry and Security; 86 FR 60759; in effect since 4 November 2021',
  );
  expect(text).toContain('https://');
  expect(text).toContain('checked by');
});

it('names the listings in force alone, each with its own sources; those that ended where there are no others', () => {
  const ended = sampleListing({
    status: 'removed',
    dates: { ...sampleListing().dates, removed: { value: '2024-06-01', precision: 'day' } },
  });
  const inForce = sampleListing({ id: 'l2', list: 'Other List', citation: null, sources: ['s2'] });
  const linesOf = (listings: Listing[]) => {
    const sources = [sampleSource('s1'), sampleSource('s2', { published: null })];
    return citationOf(compileCard(sampleEntity({ listings, sources }), [], new Map())).split('\n');
  };
  const authority = 'US Department of Commerce, Bureau of Industry and Security';
  const last = 'Sidelight, checked by 21 November 2026';
  expect(linesOf([ended, inForce])).toEqual([
    'Acme Optics: Under a government listing now',
    `– Other List, ${authority}; in effect since 9 May 2022`,
    'Example Gazette: Page s2 (No date known). https://example.org/s2',
    last,
  ]);
  expect(linesOf([ended])).toEqual([
    'Acme Optics: Was under a government listing',
    `– Entity List, ${authority}; 87 FR 12345; in effect since 9 May 2022 · removed 1 June 2024`,
    'Example Gazette: Page s1 (10 May 2022). https://example.org/s1',
    last,
  ]);
});

it('does not put the act that listed behind the day of the removal', () => {
  expect(citationOf(readCard('sandvine'))).toContain(
    '; 89 FR 14403; in effect since 27 February 2024 · removed',
  );
});

it('takes the newest events without a listing for its sources, an undated one only where none is dated', () => {
  const record = readCard('trenchant');
  const event = (id: string, year: string | null): RecordEvent => ({
    id,
    date: year === null ? null : { value: year, precision: 'year' },
    type: 'other',
    text: 'It happened.',
    sources: [id.replace('e', 's')],
  });
  const cited = (events: RecordEvent[]) => {
    const [source] = record.sources;
    const sources = events.map(({ sources: [id] }) => ({ ...source!, id: id!, title: `Paper ${id}` }));
    return citationOf({ ...record, listings: [], events, sources }).match(/Paper s\d/g);
  };
  const dated = [event('e1', '2019'), event('e2', '2020'), event('e3', '2021')];
  expect(cited([...dated, event('e4', null)])).toEqual(['Paper s2', 'Paper s3']);
  expect(cited([event('e4', null)])).toEqual(['Paper s4']);
});

it('says of a law or list what it is, and nothing of being listed', () => {
  const record = readCard('entity-list');
  const [first] = citationOf(record).split('\n');
  expect(first).toBe(`${record.name}: ${record.summary}`);
});

it('says of a source that a state’s outlet printed it', () => {
  const record = compileCard(sampleEntity({ listings: [sampleListing()] }), [], new Map());
  const sources = record.sources.map((source) => ({ ...source, publisher: 'TASS', stateMedia: 'RU' }));
  expect(citationOf({ ...record, sources })).toContain(
    '\nTASS (state media: Russia): Page s1 (10 May 2022). https://example.org/s1\n',
  );
});
