/** Compiling: ties seen from both sides, sources kept with the claims that cite them, the same bytes every time. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sortEvents } from '../../../src/compile/compile-cards.ts';
import { compileDataset } from '../../../src/compile/compile-dataset.ts';
import { dataFolder } from '../../../src/compile/paths.ts';
import { readContext } from '../../../src/compile/read-context.ts';
import { readSoundEntities } from '../../../src/compile/read-entities.ts';
import { writeCompiled } from '../../../src/compile/write-compiled.ts';
import { precisionOf } from '../../../src/dataset/dates.ts';
import type { CardRecord, DirectoryRow, ProfileRecord } from '../../../src/dataset/records.ts';
import { inOrderOfTime } from '../../../src/dataset/then-and-now.ts';
import { sampleEntity, sampleListing, sampleSource } from './sample-entities.ts';

const context = readContext(dataFolder);
const maker = sampleEntity({
  relations: [{ id: 'r1', type: 'maker-of', target: 'acme-eye', start: null, end: null, sources: ['s2'] }],
  sources: [sampleSource('s1'), sampleSource('s2'), sampleSource('s3')],
  listings: [sampleListing()],
});
const product = sampleEntity({
  id: 'acme-eye',
  kind: 'product',
  name: 'Acme Eye',
  names: [{ text: 'Acme Eye', type: 'primary' }],
});

function compiled<T>(file: string, entities = [maker, product]): T {
  return JSON.parse(compileDataset(entities, {}, context, []).get(file) ?? 'null') as T;
}

describe('a tie that one side states', () => {
  it('is shown from the other side too, with its source', () => {
    const profile = compiled<ProfileRecord>('profiles/acme-eye.json');
    expect(profile.relations).toEqual([
      {
        id: 'r1',
        type: 'made-by',
        entity: 'acme-optics',
        kind: 'company',
        name: 'Acme Optics',
        start: null,
        end: null,
        sources: ['s2'],
        statedBy: 'acme-optics',
      },
    ]);
    expect(profile.foreignSources['acme-optics']?.map(({ id }) => id)).toEqual(['s2']);
    expect(profile.foreignSources['acme-optics']?.[0]).not.toHaveProperty('supports');
  });

  it('is shown once when both sides state it', () => {
    const stating = {
      ...product,
      relations: [
        {
          id: 'r1',
          type: 'made-by' as const,
          target: 'acme-optics',
          start: null,
          end: null,
          sources: ['s1'],
        },
      ],
    };
    const profile = compiled<ProfileRecord>('profiles/acme-eye.json', [maker, stating]);
    expect(profile.relations).toHaveLength(1);
    expect(profile.relations[0]).not.toHaveProperty('statedBy');
    expect(profile.foreignSources).toEqual({});
    const supplier = {
      ...maker,
      relations: [...maker.relations, { ...maker.relations[0]!, id: 'r2', type: 'supplied-to' as const }],
    };
    const both = compiled<ProfileRecord>('profiles/acme-eye.json', [supplier, stating]);
    expect(both.relations.map(({ type, statedBy }) => [type, statedBy])).toEqual([
      ['made-by', undefined],
      ['customer-of', 'acme-optics'],
    ]);
  });
});

describe('a card', () => {
  it('has room for who owns it now before what it makes, and for what is over last', () => {
    const year = (value: string) => ({ value, precision: 'year' as const });
    const tie = (id: string, type: 'maker-of' | 'parent-of' | 'owned-by', end: string | null) => ({
      id,
      type,
      external: `Party ${id}`,
      start: null,
      end: end === null ? null : year(end),
      sources: ['s1'],
    });
    const relations = [
      tie('r1', 'maker-of', null),
      tie('r2', 'owned-by', '2019'),
      tie('r3', 'parent-of', null),
      tie('r4', 'owned-by', null),
    ];
    const card = compiled<CardRecord>('cards/acme-optics.json', [sampleEntity({ relations })]);
    expect(card.relations.map(({ id }) => id)).toEqual(['r4', 'r1', 'r3', 'r2']);
    const profile = compiled<ProfileRecord>('profiles/acme-optics.json', [sampleEntity({ relations })]);
    expect(profile.relations.map(({ id }) => id)).toEqual(['r1', 'r2', 'r3', 'r4']);
  });

  it('holds the sources that its claims cite, and no other', () => {
    const card = compiled<CardRecord>('cards/acme-optics.json');
    expect(card.sources.map(({ id }) => id)).toEqual(['s1', 's2']);
    expect(card.standing).toBe('listed');
    expect(card.checkedBy).toBe('2026-11-21');
  });
});

describe('a card of an entity with claims of every kind', () => {
  const entity = sampleEntity({
    facts: [{ id: 'f1', text: 'It has 40 employees.', sources: ['s2'] }],
    listings: [sampleListing({ sources: ['s3'] })],
    relations: [
      { id: 'r1', type: 'supplied-to', external: 'Example City', start: null, end: null, sources: ['s4'] },
    ],
    sources: [
      sampleSource('s1'),
      sampleSource('s2', { archiveUrl: 'https://archive.example/s2' }),
      sampleSource('s3', { readBy: '2026-03-01' }),
      sampleSource('s4'),
    ],
  });
  const card = compiled<CardRecord>('cards/acme-optics.json', [entity]);

  it('has all but ties of other kinds, each with its sources', () => {
    expect(card.facts).toEqual(entity.facts);
    expect(card.relations).toEqual([]);
    expect(card.sources.map(({ id, archiveUrl }) => [id, archiveUrl])).toEqual([
      ['s1', undefined],
      ['s2', 'https://archive.example/s2'],
      ['s3', undefined],
    ]);
  });

  it('says when the last of its sources was read', () => expect(card.checkedBy).toBe('2026-11-21'));
});

describe('the directory', () => {
  it('says which authorities list an entity now', () => {
    const rows = compiled<DirectoryRow[]>('directory.json');
    expect(rows.map(({ id, authorities }) => [id, authorities])).toEqual([
      ['acme-eye', []],
      ['acme-optics', ['US Commerce']],
    ]);
  });
});

describe('sortEvents', () => {
  it('puts the oldest first and the undated last', () => {
    const event = (id: string, value: string | null) => ({
      ...maker.events[0]!,
      id,
      date: value === null ? null : { value, precision: 'month' as const },
    });
    const sorted = sortEvents([event('e1', null), event('e2', '2022-05'), event('e3', '2021-12')]);
    expect(sorted.map(({ id }) => id)).toEqual(['e3', 'e2', 'e1']);
  });

  it('puts a year before its January and a month before its first day, as a card does', () => {
    const event = (id: string, value: string) => ({
      ...maker.events[0]!,
      id,
      date: { value, precision: precisionOf(value)! },
    });
    const sorted = sortEvents([event('e1', '2026-01-01'), event('e2', '2026-01'), event('e3', '2026')]);
    expect(sorted.map(({ id }) => id)).toEqual(['e3', 'e2', 'e1']);
    const changes = sorted.map((told) => ({
      kind: 'event' as const,
      date: told.date!,
      event: told,
      sources: [],
    }));
    expect(inOrderOfTime(changes)).toEqual(changes.toReversed());
  });
});

describe('the real dataset', () => {
  it('compiles to the same bytes from any order of entities', () => {
    const entities = readSoundEntities(dataFolder);
    const forward = compileDataset(entities, {}, context, []);
    expect(compileDataset(entities.toReversed(), {}, context, [])).toEqual(forward);
    expect(forward.size).toBeGreaterThan(2 * entities.length);
  });
});

describe('writeCompiled', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sidelight-compiled-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes what changed, removes what is gone, leaves the rest untouched', () => {
    expect(
      writeCompiled(
        folder,
        new Map([
          ['cards/a.json', '1'],
          ['cards/b.json', '2'],
        ]),
      ),
    ).toEqual({ written: 2, removed: 0 });
    const before = statSync(path.join(folder, 'cards/a.json')).mtimeMs;
    writeFileSync(path.join(folder, 'cards/c.json'), 'stale');
    expect(
      writeCompiled(
        folder,
        new Map([
          ['cards/a.json', '1'],
          ['cards/b.json', '3'],
        ]),
      ),
    ).toEqual({ written: 1, removed: 1 });
    expect(statSync(path.join(folder, 'cards/a.json')).mtimeMs).toBe(before);
    expect(readFileSync(path.join(folder, 'cards/b.json'), 'utf8')).toBe('3');
    expect(existsSync(path.join(folder, 'cards/c.json'))).toBe(false);
  });
});

it('shows a denial right behind the allegation, with the sources of both', () => {
  const [event] = sampleEntity().events;
  const events = [{ ...event!, denial: { text: 'Acme Optics denied it.', sources: ['s2', 's1'] } }];
  const entity = sampleEntity({ events, sources: [sampleSource('s1'), sampleSource('s2')] });
  const card = JSON.parse(
    compileDataset([entity], {}, context, []).get('cards/acme-optics.json') ?? 'null',
  ) as CardRecord;
  expect(card.events).toEqual([
    { ...event, text: `${event!.text} Acme Optics denied it.`, sources: ['s1', 's2'], contested: true },
  ]);
  expect(card.sources.map(({ id }) => id)).toEqual(['s1', 's2']);
});
