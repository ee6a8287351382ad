/** The dataset in the words of FollowTheMoney: what its schema accepts, and what is said with which of its words. */
import { describe, expect, it } from 'vitest';
import { exportFollowTheMoney } from '../../../../src/compile/export/export-follow-the-money.ts';
import { dataFolder } from '../../../../src/compile/paths.ts';
import { readSoundEntities } from '../../../../src/compile/read-entities.ts';
import type { Entity } from '../../../../src/dataset/entity.ts';
import type { FtmEntity } from '../../../../src/dataset/follow-the-money.ts';
import { sampleEntity, sampleListing, sampleRelation, sampleSource } from '../sample-entities.ts';
import { ftmProblems } from './ftm-problems.ts';

const exported = (...changes: Partial<Entity>[]) =>
  exportFollowTheMoney(changes.map(sampleEntity).toSorted((a, b) => (a.id < b.id ? -1 : 1)));
const find = (entities: readonly FtmEntity[], id: string) =>
  entities.find((entity) => entity.id === `sidelight-${id}`);
const ties = (entities: readonly FtmEntity[]) => entities.filter(({ id }) => /--r\d+$/.test(id));

describe('the whole dataset', () => {
  const entities = readSoundEntities(dataFolder);
  const all = exportFollowTheMoney(entities.toSorted((a, b) => (a.id < b.id ? -1 : 1)));

  it('breaks nothing of the schema', () => {
    expect(ftmProblems(all)).toEqual([]);
  });

  it('leaves out no entity, listing or event of what the model has a schema for', () => {
    const ids = new Set(all.map(({ id }) => id));
    const missing = entities
      .filter(({ kind }) => kind !== 'instrument')
      .flatMap(({ id, listings, events }) => [
        `sidelight-${id}`,
        ...[...listings, ...events].map((claim) => `sidelight-${id}--${claim.id}`),
      ])
      .filter((id) => !ids.has(id));
    expect(missing).toEqual([]);
  });

  it('names at least one page for every entity, listing, event and tie', () => {
    const bare = all.filter(
      ({ id, properties }) => !id.startsWith('sidelight-external--') && !properties.sourceUrl?.length,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});

describe('the check itself', () => {
  const [company] = exported({});
  it.each<[string, Partial<FtmEntity>]>([
    ['a schema', { schema: 'Firm' as FtmEntity['schema'] }],
    ['a property', { properties: { ...company!.properties, colour: ['red'] } }],
    ['a date', { properties: { ...company!.properties, retrievedAt: ['yesterday'] } }],
    ['a topic', { properties: { ...company!.properties, topics: ['spyware'] } }],
    ['a country', { properties: { ...company!.properties, country: ['United States'] } }],
    ['an end', { properties: { ...company!.properties, parent: ['nobody'] } }],
    ['a name', { properties: {} }],
  ])('refuses %s that is not in the model', (_what, change) => {
    expect(ftmProblems([{ ...company!, ...change }])).not.toEqual([]);
  });
});

it('says a listing as a sanction, its dates apart', () => {
  const day = (value: string) => ({ value, precision: 'day' as const });
  const dates = {
    designated: day('2022-05-01'),
    published: day('2022-05-09'),
    effective: day('2022-06-01'),
    removed: day('2024-10-23'),
  };
  const all = exported({ listings: [sampleListing({ status: 'removed', dates, program: 'Part 744' })] });
  expect(find(all, 'acme-optics--l1')).toEqual({
    id: 'sidelight-acme-optics--l1',
    schema: 'Sanction',
    properties: {
      entity: ['sidelight-acme-optics'],
      authority: ['US Department of Commerce, Bureau of Industry and Security'],
      program: ['Entity List', 'Part 744'],
      status: ['removed'],
      listingDate: ['2022-05-01'],
      startDate: ['2022-06-01'],
      endDate: ['2024-10-23'],
      reason: ['The committee said that it acted against US foreign policy interests.'],
      provisions: ['Exporters need a licence to send it items subject to US export rules.'],
      summary: ['Listed as: Acme Optics Ltd.'],
      description: ['It does not freeze assets.'],
      recordId: ['87 FR 12345'],
      sourceUrl: ['https://example.org/s1'],
    },
  });
  expect(find(all, 'acme-optics')?.properties.topics).toBeUndefined();
  expect(find(exported({ listings: [sampleListing()] }), 'acme-optics')?.properties.topics).toEqual([
    'export.control',
  ]);
});

describe('a tie', () => {
  const holding: Partial<Entity> = {
    id: 'acme-holding',
    name: 'Acme Holding',
    events: [],
    names: [{ text: 'Acme Holding', type: 'primary' }],
  };

  it('of ownership names owner and asset, whichever side states it', () => {
    const stated = [
      exported(
        { relations: [sampleRelation({ type: 'owned-by', external: undefined, target: 'acme-holding' })] },
        holding,
      ),
      exported(
        {},
        {
          ...holding,
          relations: [sampleRelation({ type: 'owner-of', external: undefined, target: 'acme-optics' })],
        },
      ),
    ];
    for (const all of stated) {
      expect(ties(all)).toMatchObject([
        {
          schema: 'Ownership',
          properties: { owner: ['sidelight-acme-holding'], asset: ['sidelight-acme-optics'] },
        },
      ]);
      expect(ftmProblems(all)).toEqual([]);
    }
  });

  it('that both sides state is one, with the pages of both', () => {
    const both = exported(
      { relations: [sampleRelation({ type: 'owned-by', external: undefined, target: 'acme-holding' })] },
      {
        ...holding,
        sources: [sampleSource('s1', { url: 'https://example.org/other' })],
        relations: [sampleRelation({ type: 'owner-of', external: undefined, target: 'acme-optics' })],
      },
    );
    expect(ties(both)).toHaveLength(1);
    expect(ties(both)[0]?.properties.sourceUrl?.toSorted()).toEqual([
      'https://example.org/other',
      'https://example.org/s1',
    ]);
  });

  it('to a party without an entry has a node of that name, one for all who name it', () => {
    const all = exported(
      { relations: [sampleRelation({ type: 'supplied-to', external: 'Example City' })] },
      { ...holding, relations: [sampleRelation({ type: 'supplied-to', external: 'Example City' })] },
    );
    expect(all.filter(({ id }) => id.startsWith('sidelight-external--'))).toEqual([
      {
        id: 'sidelight-external--example-city',
        schema: 'LegalEntity',
        properties: { name: ['Example City'] },
      },
    ]);
    expect(ftmProblems(all)).toEqual([]);
  });

  it('that its word refuses is an unknown link with the role in words', () => {
    const product: Partial<Entity> = {
      id: 'acme-eye',
      kind: 'product',
      name: 'Acme Eye',
      events: [],
      names: [{ text: 'Acme Eye', type: 'primary' }],
    };
    const all = exported(product, {
      relations: [sampleRelation({ type: 'formerly', external: undefined, target: 'acme-eye' })],
    });
    expect(ties(all)).toMatchObject([{ schema: 'UnknownLink', properties: { role: ['formerly'] } }]);
    expect(ftmProblems(all)).toEqual([]);
  });

  it('to an instrument, which has no schema, is left out', () => {
    const law: Partial<Entity> = {
      id: 'acme-act',
      kind: 'instrument',
      name: 'Acme Act',
      names: [{ text: 'Acme Act', type: 'primary' }],
    };
    const all = exported(law, { relations: [sampleRelation({ external: undefined, target: 'acme-act' })] });
    expect(ties(all)).toEqual([]);
    expect(find(all, 'acme-act')).toBeUndefined();
  });
});

it('does not call it by a name that is never marked, which is often another party’s', () => {
  const all = exported({
    names: [
      { text: 'Acme Optics', type: 'primary' },
      { text: 'AO', type: 'abbreviation' },
      { text: 'Acme Networks LLC', type: 'alias', unmarked: true, note: 'another company' },
    ],
  });
  expect(find(all, 'acme-optics')?.properties).toMatchObject({ name: ['Acme Optics'], weakAlias: ['AO'] });
});

it('does not call it by a name of its kin, a product or parent that has no entry', () => {
  const all = exported({
    names: [
      { text: 'Acme Optics', type: 'primary' },
      { text: 'Iris 3', type: 'kin', ambiguous: true, note: 'its camera' },
      { text: 'Acme Holdings', type: 'kin', note: 'its parent' },
    ],
  });
  const properties = find(all, 'acme-optics')?.properties;
  expect(properties).toMatchObject({ name: ['Acme Optics'] });
  expect(properties).not.toHaveProperty('alias');
  expect(properties).not.toHaveProperty('weakAlias');
});

it('calls it by each of its names for what that is', () => {
  const all = exported({
    names: [
      { text: 'Acme Optics', type: 'primary' },
      { text: 'Acme Optics Ltd.', type: 'legal' },
      { text: 'אקמה', type: 'native' },
      { text: 'AcmeCam', type: 'alias' },
      { text: 'Acme', type: 'alias', ambiguous: true },
      { text: 'Eye', type: 'legal', onlyWithKin: true },
      { text: 'AO', type: 'abbreviation' },
      { text: 'Acme Toys', type: 'former' },
      { text: 'Toys', type: 'former', ambiguous: true },
    ],
  });
  expect(find(all, 'acme-optics')?.properties).toMatchObject({
    name: ['Acme Optics', 'Acme Optics Ltd.', 'אקמה'],
    alias: ['AcmeCam'],
    weakAlias: ['Acme', 'Eye', 'AO'],
    previousName: ['Acme Toys', 'Toys'],
  });
});

it.each([
  ['SDN List', 'sanction'],
  ['EU sanctions list', 'sanction'],
  ['UK Sanctions List', 'sanction'],
  ['Section 1260H List', 'debarment'],
  ['NDAA Section 889', 'debarment'],
  ['Covered List', 'debarment'],
])('says of who is on the %s: %s', (list, topic) => {
  const all = exported({ listings: [sampleListing({ list })] });
  expect(find(all, 'acme-optics')?.properties.topics).toEqual([topic]);
});
