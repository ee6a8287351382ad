/** The export of the whole dataset: the same bytes each time, valid by its own schema, tables that join, terms stated. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { exportDataset } from '../../../../src/compile/export/export-dataset.ts';
import type { ExportDocument } from '../../../../src/compile/export/export-json.ts';
import { dataFolder } from '../../../../src/compile/paths.ts';
import { readSoundEntities } from '../../../../src/compile/read-entities.ts';
import { readStateMedia } from '../../../../src/compile/state-media.ts';
import { sampleEntity, sampleListing } from '../sample-entities.ts';

const entities = readSoundEntities(dataFolder);
const stateMedia = readStateMedia(dataFolder);
const licence = readFileSync(path.join(dataFolder, 'LICENSE.md'), 'utf8');
const version = { version: '2026-11-21-0123456789ab', entities: entities.length };
const files = exportDataset(entities, { 'old-id': 'nso-group' }, version, licence, stateMedia);
const text = (file: string) => files.get(file) ?? '';

it('is the same bytes from two runs, whatever order the entities come in', () => {
  const again = exportDataset(entities.toReversed(), { 'old-id': 'nso-group' }, version, licence, stateMedia);
  expect([...again.keys()]).toEqual([...files.keys()]);
  for (const [file, bytes] of again) expect(bytes === files.get(file), file).toBe(true);
});

it('says in every place under which terms it comes', () => {
  const { licence: terms, attribution } = JSON.parse(text('sidelight.json')) as ExportDocument;
  expect(terms.url).toBe('https://creativecommons.org/licenses/by/4.0/');
  expect(attribution).toContain('Sidelight');
  for (const file of ['README.md', 'LICENSE.md']) {
    expect(text(file)).toContain(terms.url);
    expect(text(file)).toContain(attribution);
  }
  expect(text('README.md')).toContain(version.version);
});

it('tells which sources a state’s outlet printed', () => {
  const entity = entities.find(({ id }) => id === 'teledyne-flir')!;
  const out = exportDataset([entity], {}, version, licence, stateMedia);
  const { entities: exported } = JSON.parse(out.get('sidelight.json')!) as ExportDocument;
  const rows = parse<Record<string, string>>(out.get('sources.csv')!, { columns: true });
  for (const sources of [exported[0]!.sources, rows]) {
    expect(sources.find(({ publisher }) => publisher === 'TASS')?.stateMedia).toBe('RU');
    expect(sources.filter(({ stateMedia }) => stateMedia)).toHaveLength(1);
  }
});

describe('the JSON', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  const isValid = ajv.compile<ExportDocument>(JSON.parse(text('sidelight.schema.json')) as object);
  const copy = () => JSON.parse(text('sidelight.json')) as ExportDocument;

  it('fits its schema, as another validator reads it', () => {
    isValid(copy());
    expect(isValid.errors ?? []).toEqual([]);
  });

  it.each<[string, (document: ExportDocument) => unknown]>([
    ['an unknown field', (document) => Object.assign(document.entities[0]!, { colour: 'red' })],
    [
      'a claim without sources',
      (document) => (document.entities.find(({ events }) => events[0])!.events[0]!.sources = []),
    ],
    ['an unknown kind', (document) => Object.assign(document.entities[0]!, { kind: 'firm' })],
    ['an address that is none', (document) => (document.entities[0]!.sources[0]!.url = 'somewhere')],
    ['a day that is none', (document) => (document.entities[0]!.sources[0]!.readBy = 'yesterday')],
    ['no licence', (document) => Object.assign(document, { licence: undefined })],
  ])('does not fit its schema with %s', (_what, spoil) => {
    const document = copy();
    spoil(document);
    expect(isValid(JSON.parse(JSON.stringify(document)))).toBe(false);
  });

  it('holds every entity as it was written', () => {
    // What is told of a source beside what is written has a test of its own.
    const plain = exportDataset(entities, {}, version, licence, []).get('sidelight.json')!;
    expect((JSON.parse(plain) as ExportDocument).entities).toEqual(
      JSON.parse(JSON.stringify(entities.toSorted((a, b) => (a.id < b.id ? -1 : 1)))),
    );
  });
});

describe('the tables', () => {
  const table = (name: string) => parse<Record<string, string>>(text(`${name}.csv`), { columns: true });
  const claims = ['listings', 'events', 'relations', 'facts'] as const;

  it('hold each claim, name and source once', () => {
    expect(table('entities')).toHaveLength(entities.length);
    for (const name of [...claims, 'names', 'sources'] as const)
      expect(table(name)).toHaveLength(
        entities.reduce((sum, entity) => sum + (entity[name]?.length ?? 0), 0),
      );
  });

  it('join: each row leads to an entity, each source cited to a row of its own', () => {
    const ids = new Set(table('entities').map(({ id }) => id));
    const sources = new Set(table('sources').map(({ entity, id }) => `${entity} ${id}`));
    for (const name of claims) {
      for (const { entity, sources: cited } of table(name)) {
        expect(ids).toContain(entity);
        for (const id of cited!.split('; ')) expect(sources).toContain(`${entity} ${id}`);
      }
    }
  });

  it('keep what holds commas, quotes and line ends, and let no cell run as a formula', () => {
    const odd = sampleEntity({
      headquarters: '=HYPERLINK("a", "b")',
      listings: [sampleListing({ reason: 'One, "two".' })],
    });
    const out = exportDataset([odd], {}, version, licence, stateMedia);
    const [row] = parse<Record<string, string>>(out.get('entities.csv')!, { columns: true });
    expect(row?.headquarters).toBe(`'=HYPERLINK("a", "b")`);
    expect(parse<Record<string, string>>(out.get('listings.csv')!, { columns: true })[0]?.reason).toBe(
      'One, "two".',
    );
  });
});
