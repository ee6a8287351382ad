/** The diff in words: each change of fact once, with what it was, what it is and where that was read. */
import { expect, it } from 'vitest';
import { diffEntities } from '../../../src/compile/diff-entities.ts';
import type { Entity } from '../../../src/dataset/entity.ts';
import { sampleEntity, sampleListing, sampleRelation, sampleSource } from './sample-entities.ts';

const one = (change: Partial<Entity> = {}) => new Map([['acme-optics', sampleEntity(change)]]);
const listed = sampleListing();
const removed = sampleListing({
  status: 'removed',
  dates: { ...listed.dates, removed: { value: '2024-10-23', precision: 'day' } },
  sources: ['s2'],
});

it('says that a listing ended, when, and by which page', () => {
  const sources = [sampleSource('s1'), sampleSource('s2')];
  expect(diffEntities(one({ listings: [listed], sources }), one({ listings: [removed], sources }))).toEqual([
    'Acme Optics: Entity List listing status changed from “listed” to “removed”, source https://example.org/s2.',
    'Acme Optics: Entity List listing removal added: 2024-10-23, source https://example.org/s2.',
  ]);
});

it('says what was added and taken out', () => {
  expect(diffEntities(new Map(), one())).toEqual(['Acme Optics: added, with 1 event and 0 listings.']);
  expect(diffEntities(one(), new Map())).toEqual(['Acme Optics: taken out.']);
  expect(diffEntities(new Map(), one({ listings: [listed, listed], events: [] }))).toEqual([
    'Acme Optics: added, with 0 events and 2 listings.',
  ]);
  expect(diffEntities(one({ events: [] }), one())).toEqual([
    'Acme Optics: event added: 2022-05-09: Acme Optics signed a contract with Example City for 40 cameras, source https://example.org/s1.',
  ]);
  expect(diffEntities(one(), one({ names: [{ text: 'Acme', type: 'primary' }] }))).toEqual([
    'Acme Optics: name “Acme” added.',
    'Acme Optics: name “Acme Optics” taken out.',
  ]);
});

it('tells a rename and a merger by moved.json, and what else changed with them', () => {
  const renamed = new Map([['acme-vision', sampleEntity({ id: 'acme-vision', country: 'FR' })]]);
  expect(diffEntities(one(), renamed, { 'acme-optics': 'acme-vision' })).toEqual([
    'Acme Optics: id changed from “acme-optics” to “acme-vision”.',
    'Acme Optics: country changed from “US” to “FR”.',
  ]);
  const vision = sampleEntity({ id: 'acme-vision', name: 'Acme Vision' });
  const both = new Map([...one(), ['acme-vision', vision]]);
  expect(diffEntities(both, new Map([['acme-vision', vision]]), { 'acme-optics': 'acme-vision' })).toEqual([
    'Acme Optics: merged into Acme Vision.',
  ]);
});

it('says what changed in dates, facts, ties and denials', () => {
  const say = (old: Partial<Entity>, now: Partial<Entity>) => diffEntities(one(old), one(now));
  const day = (value: string) => ({ value, precision: 'day' as const });
  const dated = (effective: string | null) => [
    sampleListing({ dates: { ...listed.dates, effective: effective ? day(effective) : null } }),
  ];
  expect(say({ listings: dated('2022-05-09') }, { listings: dated('2022-05-10') })).toEqual([
    'Acme Optics: Entity List listing effective date changed from 2022-05-09 to 2022-05-10, source https://example.org/s1.',
  ]);
  expect(say({ listings: dated('2022-05-09') }, { listings: dated(null) })).toEqual([
    'Acme Optics: Entity List listing effective date taken out, it was 2022-05-09, source https://example.org/s1.',
  ]);
  const fact = { id: 'f1', text: 'Acme Optics has 40 employees.', sources: ['s1'] };
  expect(say({}, { facts: [fact] })).toEqual([
    'Acme Optics: fact added: Acme Optics has 40 employees, source https://example.org/s1.',
  ]);
  expect(
    say({ relations: [sampleRelation()] }, { relations: [sampleRelation({ end: day('2022-01-02') })] }),
  ).toEqual([
    'Acme Optics: relation changed from “related-to Example City” to “related-to Example City, until 2022-01-02”, source https://example.org/s1.',
  ]);
  const [event] = sampleEntity().events;
  expect(
    say({}, { events: [{ ...event!, denial: { text: 'Acme Optics denied it.', sources: ['s1'] } }] })[0],
  ).toContain('cameras. Acme Optics denied it”');
});

it('is silent when only matching words and notes changed', () => {
  const names: Entity['names'] = [{ text: 'Acme Optics', type: 'primary', context: ['camera'] }];
  expect(diffEntities(one(), one({ names, unverified: ['Something.'] }))).toEqual([]);
});
