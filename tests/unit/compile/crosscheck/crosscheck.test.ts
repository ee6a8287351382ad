/** Our listings against official entries: found, not found, still found, and found without us. */
import { expect, it } from 'vitest';
import { crosscheck, nameKey } from '../../../../src/compile/crosscheck/crosscheck.ts';
import type { OfficialEntry } from '../../../../src/compile/crosscheck/official-entry.ts';
import { sampleEntity, sampleListing } from '../sample-entities.ts';

const entry = (...names: string[]): OfficialEntry => ({
  list: 'Entity List',
  id: null,
  names,
  citation: null,
  since: null,
});
const listed = sampleEntity({ listings: [sampleListing()] });
const ids = (findings: { entity: string }[]) => findings.map(({ entity }) => entity);

it.each([
  ['Acme Optics Co., Ltd.', 'ACME OPTICS COMPANY LIMITED'],
  ['GUAN, Tianfeng', 'Tianfeng Guan'],
  ['Intellexa S.A.', 'INTELLEXA SA'],
  ['Söhne OOO', 'Sohne'],
  ["Acme's Eye", 'Acme?s Eye'],
])('takes “%s” and “%s” for one name', (a, b) => {
  expect(nameKey(a)).toBe(nameKey(b));
});

it('tells companies apart that share a form or a word', () => {
  expect(nameKey('Acme Optics Ltd.')).not.toBe(nameKey('Acme Signal Ltd.'));
  expect(nameKey('Limited')).toBe('limited');
});

it('confirms a listing by its legal name, else by a sure name', () => {
  expect(ids(crosscheck([listed], [entry('ACME OPTICS LIMITED')]).confirmed)).toEqual(['acme-optics']);
  const other = sampleEntity({ listings: [sampleListing({ legalName: 'Something Else' })] });
  expect(crosscheck([other], [entry('Acme Optics')]).confirmed[0]?.name).toBe('Acme Optics');
});

it('tells two companies of a group apart by their forms, where both are there', () => {
  const group = [
    { ...entry('Acme Optics S.A.'), id: '1' },
    { ...entry('Acme Optics Limited'), id: '2' },
  ];
  const limited = sampleEntity({ listings: [sampleListing({ legalName: 'ACME OPTICS LIMITED' })] });
  expect(crosscheck([limited], group).confirmed[0]?.entry?.id).toBe('2');
});

it('names what is not there, unless it began after the table’s day', () => {
  const strangers = [entry('Strangers Inc.')];
  expect(ids(crosscheck([listed], strangers).notThere)).toEqual(['acme-optics']);
  expect(crosscheck([listed], strangers, '2022-05-08').notThere).toEqual([]);
  expect(ids(crosscheck([listed], strangers, '2022-05-09').notThere)).toEqual(['acme-optics']);
});

it('does not judge lists that the files do not hold', () => {
  const sdn = sampleEntity({ listings: [sampleListing({ list: 'SDN List' })] });
  expect(crosscheck([sdn], [entry('Strangers Inc.')]).notThere).toEqual([]);
});

it('names what ended here and is still there', () => {
  const ended = sampleEntity({ listings: [sampleListing({ status: 'removed' })] });
  expect(ids(crosscheck([ended], [entry('Acme Optics Ltd')]).stillThere)).toEqual(['acme-optics']);
  const removed = { value: '2024-10-23', precision: 'day' as const };
  const dated = sampleListing({ status: 'removed', dates: { ...sampleListing().dates, removed } });
  const then = crosscheck([sampleEntity({ listings: [dated] })], [entry('Acme Optics Ltd')], '2023-01-01');
  expect(then.stillThere).toEqual([]);
  expect(ids(then.confirmed)).toEqual(['acme-optics']);
});

it('names what is there and missing here, but not by an ambiguous name or a product’s', () => {
  expect(ids(crosscheck([sampleEntity()], [entry('Acme Optics Ltd')]).missingHere)).toEqual(['acme-optics']);
  const names = [{ text: 'Acme Optics', type: 'primary' as const, ambiguous: true as const }];
  expect(crosscheck([sampleEntity({ names })], [entry('Acme Optics')]).missingHere).toEqual([]);
  expect(crosscheck([sampleEntity({ kind: 'product' })], [entry('Acme Optics')]).missingHere).toEqual([]);
});

it('looks for each of several listings by its own legal name alone', () => {
  const legalNames = ['Acme Optics Co., Ltd.', 'Acme Two Ltd.', null];
  const listings = legalNames.map((legalName, at) => sampleListing({ id: `l${at + 1}`, legalName }));
  const { confirmed, notThere } = crosscheck([sampleEntity({ listings })], [entry('Acme Optics')]);
  expect(confirmed.map(({ listing }) => listing)).toEqual(['l1', 'l3']);
  expect(notThere.map(({ listing }) => listing)).toEqual(['l2']);
});

it.each<[string, Partial<OfficialEntry>, boolean]>([
  [
    'the same day and a later page of the rule',
    { since: '2022-05-09', citation: '87 FR 12350; 88 FR 1' },
    false,
  ],
  ['nothing more', {}, false],
  ['another day', { since: '2021-05-09' }, true],
  ['another volume', { citation: '86 FR 12345, 5/9/22' }, true],
  ['an earlier page', { citation: '87 FR 12344' }, true],
])('holds day and citation against a table that gives %s', (_what, given, isOther) => {
  const { confirmed, differing } = crosscheck([listed], [{ ...entry('Acme Optics'), ...given }]);
  expect(confirmed).toHaveLength(1);
  expect(differing).toHaveLength(isOther ? 1 : 0);
});

it.each<[string, string | null, string, boolean]>([
  ['the UK’s own number', 'UK Sanctions List, CYB0046', 'CYB0046', false],
  ['another of its numbers', 'UK Sanctions List, CYB0046', 'CYB0047', true],
  ['a number of OFSI’s, which is another register’s', 'UK Sanctions List, CYB0046', 'OFSI 16453', false],
  ['a number where we have none', 'UK Sanctions List', 'CYB0046', false],
])('does not take for another number %s', (_what, citation, id, isOther) => {
  const listing = sampleListing({ list: 'UK Sanctions List', citation });
  const official = { ...entry('Acme Optics'), list: 'UK Sanctions List' as const, id };
  expect(crosscheck([sampleEntity({ listings: [listing] })], [official]).differing).toHaveLength(
    isOther ? 1 : 0,
  );
});

it('holds the number of an entry against the table’s', () => {
  const listing = sampleListing({ list: 'SDN List', citation: 'OFAC SDN List, entries 7 and 48059' });
  const look = (id: string) =>
    crosscheck([sampleEntity({ listings: [listing] })], [{ ...entry('Acme Optics'), list: 'SDN List', id }])
      .differing;
  expect(look('48059')).toEqual([]);
  expect(ids(look('4805'))).toEqual(['acme-optics']);
});

it('takes no other entry of the entity for a listing that began after the table’s day', () => {
  const later = sampleEntity({ listings: [sampleListing({ legalName: 'Something Else' })] });
  const { confirmed, notThere } = crosscheck([later], [entry('Acme Optics')], '2022-01-01');
  expect([...confirmed, ...notThere]).toEqual([]);
});
