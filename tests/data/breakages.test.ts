/**
 * Sound data broken on purpose, one way at a time: the check as a whole must report each, and name file and field.
 * The files are written to a folder and read back, as `data:check` does it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkData } from '../../src/compile/check-data.ts';
import { coverage } from '../../src/compile/coverage.ts';
import { formatJson } from '../../src/compile/write-entity.ts';
import { entitySchema, type Entity } from '../../src/dataset/entity.ts';
import { breakages, type World } from './breakages.ts';
import { sampleEntity, sampleListing, sampleRelation, sampleSource } from '../unit/compile/sample-entities.ts';

const today = '2026-11-22';
const day = (value: string) => ({ value, precision: 'day' as const });

/** A company that is listed, its product, the man who was listed with it, a firm that was delisted, and a law. */
function soundWorld(): World {
  const name = (text: string) => ({ name: text, names: [{ text, type: 'primary' as const }] });
  const company = sampleEntity({
    listings: [sampleListing()],
    facts: [{ id: 'f1', text: 'Acme Optics has 40 employees.', sources: ['s2'] }],
    relations: [sampleRelation({ type: 'maker-of', external: undefined, target: 'acme-eye' }), sampleRelation({ id: 'r2', type: 'supplied-to' })],
    sources: [sampleSource('s1'), sampleSource('s2', { kind: 'news' })],
    identifiers: { wikidata: 'Q1', website: 'https://acme-optics.example.org/' },
  });
  const product = sampleEntity({ id: 'acme-eye', kind: 'product', ...name('AcmeEye Pro'), events: [], facts: [{ id: 'f1', text: 'AcmeEye Pro reads plates.', sources: ['s1'] }] });
  const person = sampleEntity({
    id: 'jane-roe',
    kind: 'person',
    ...name('Jane Q. Roe'),
    operatingStatus: null,
    categories: [],
    summary: 'Head of Acme Optics, listed by the United States.',
    listings: [sampleListing({ list: 'SDN List', authority: 'US Department of the Treasury, Office of Foreign Assets Control', legalName: 'ROE, Jane', citation: 'OFAC SDN List, entry 48000', does: 'Her property in the United States is frozen.' })],
    events: [],
    relations: [],
  });
  const firm = sampleEntity({
    id: 'zeta-signal',
    ...name('Zeta Signalworks'),
    events: [],
    listings: [sampleListing({ status: 'removed', legalName: 'Zeta Signalworks AD', does: 'From 9 to 10 May 2022 exporters needed a licence to send it items.', dates: { ...sampleListing().dates, removed: day('2022-05-10') } })],
  });
  const law = sampleEntity({ id: 'acme-act', kind: 'instrument', ...name('Acme Cameras Act'), operatingStatus: null, categories: [], summary: 'A law on cameras in Springfield; it does not bind private buyers.', events: [], facts: [{ id: 'f1', text: 'The Acme Cameras Act has ten sections.', sources: ['s1'] }] });
  const world: World = {
    files: {},
    context: { topics: {}, languages: {}, translations: {}, neutral: [] },
    moved: { 'acme-old': 'acme-optics' },
    imported: {},
    stateMedia: [{ names: ['Acme News'], state: 'US', hosts: ['acme-news.example.org'], why: 'The city runs it.', sources: [{ url: 'https://example.org/who', publisher: 'Monitor', readBy: today }] }],
    exceptions: [],
    floors: {},
    committedFloors: null,
    committedIds: null,
  };
  for (const entity of [company, product, person, firm, law]) world.files[`${entity.id}.json`] = entitySchema.parse(entity);
  world.floors = coverage(Object.values(world.files) as Entity[]);
  return world;
}

let folder = '';
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'sidelight-breakages-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const placesOf = (world: World): string[] => check(world).problems.map(({ file, field }) => `${file} ${field}`);

function check(world: World) {
  const entities = path.join(folder, 'entities');
  rmSync(entities, { recursive: true, force: true });
  mkdirSync(entities, { recursive: true });
  for (const [file, content] of Object.entries(world.files))
    writeFileSync(path.join(entities, file), typeof content === 'string' ? content : formatJson(content));
  for (const side of ['context', 'moved', 'imported', 'exceptions', 'floors'] as const)
    writeFileSync(path.join(folder, `${side}.json`), formatJson(world[side]));
  writeFileSync(path.join(folder, 'state-media.json'), formatJson(world.stateMedia));
  const result = checkData(folder, { today, committedFloors: world.committedFloors, committedIds: world.committedIds });
  for (const { message } of result.problems) expect(message.length).toBeGreaterThan(5);
  return result;
}

it('finds nothing in sound data', () => {
  expect(placesOf(soundWorld())).toEqual([]);
});

it(`knows at least 100 ways`, () => {
  expect(new Set(breakages.map(({ what }) => what)).size).toBe(breakages.length);
  expect(breakages.length).toBeGreaterThan(100);
});

it.each(breakages)('reports $what', ({ spoil, place }) => {
  const world = soundWorld();
  const file = (id: string) => world.files[`${id}.json`] as Entity;
  spoil(file('acme-optics'), world, file);
  const places = placesOf(world);
  expect(places.some((each) => place.test(each)), `${place} in ${JSON.stringify(places)}`).toBe(true);
});

it.each([
  ['is not JSON', '{ "id": '],
  ['lacks a field', '{ "id": "acme-eye" }'],
])('blames no other file when one %s, and keeps its exceptions', (_what, broken) => {
  const world = soundWorld();
  const company = world.files['acme-optics.json'] as Entity;
  company.relations.push(sampleRelation({ id: 'r3', type: 'co-listed-with', external: undefined, target: 'acme-eye' }));
  world.files['acme-optics.json'] = entitySchema.parse(company);
  world.moved['old-eye'] = 'acme-eye';
  world.exceptions = [{ rule: 'categories', reason: 'No page that was read says what it makes.', places: ['entities/acme-eye.json categories'] }];
  world.files['acme-eye.json'] = broken;
  world.floors = coverage(Object.values(world.files).filter((file) => typeof file !== 'string'));
  const { problems, pruned } = check(world);
  expect(new Set(problems.map(({ rule, file }) => `${rule} ${file}`))).toEqual(new Set(['schema entities/acme-eye.json']));
  expect(pruned).toEqual(world.exceptions);
});
