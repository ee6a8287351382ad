/** Taking a dossier in: nothing lost, nothing twice, nothing reviewed overwritten, nothing removed here brought back. */
import { describe, expect, it } from 'vitest';
import { relationType } from '../../../src/compile/convert-dossier.ts';
import { fingerprintsOf, importEntity, nextId } from '../../../src/compile/import-dossier.ts';
import { entitySchema } from '../../../src/dataset/entity.ts';
import { sampleDossier } from './sample-entities.ts';

const kinds = new Map([['acme-optics', 'company' as const]]);
const readBy = '2026-11-21';
const first = () => importEntity(sampleDossier(), undefined, new Set(), kinds, readBy);

describe('a new entity', () => {
  it('comes in whole, as a sound draft', () => {
    const { entity, messages } = first();
    expect(entitySchema.parse(entity)).toEqual(entity);
    expect(entity.review).toEqual({ state: 'draft' });
    expect(entity.events[0]).toMatchObject({
      id: 'e1',
      date: { value: '2022-05', precision: 'month' },
      sources: ['s2'],
    });
    expect(entity.relations[0]).toMatchObject({ id: 'r1', external: 'Frontex' });
    expect(entity.names[1]).toMatchObject({
      otherMeanings: [{ meaning: 'a cartoon company' }],
      context: ['cameras'],
    });
    expect(entity.sources[0]?.readBy).toBe(readBy);
    expect(messages).toEqual(['Acme Optics: new entity with 1 events, 1 listings, 2 sources.']);
  });

  it('is refused when a relation would show a slug to readers', () => {
    const dossier = sampleDossier({
      relations: [
        { type: 'supplied-to', target: 'some-unknown-slug', start: null, end: null, sources: ['s1'] },
      ],
    });
    expect(() => importEntity(dossier, undefined, new Set(), kinds, readBy)).toThrow('some-unknown-slug');
  });
});

describe('an entity in draft', () => {
  it('is left as it is by a second run', () => {
    const { entity, taken } = first();
    const again = importEntity(sampleDossier(), entity, taken, kinds, readBy);
    expect(again.messages).toEqual([]);
    expect(again.entity).toEqual(entity);
  });

  it('gets what is new, with the next free ids and its own source numbers', () => {
    const { entity, taken } = first();
    const dossier = sampleDossier();
    // The newer file has renumbered its pages and put the new event first.
    dossier.sources = [
      { ...dossier.sources[0]!, id: 's1', url: 'https://example.org/new' },
      { ...dossier.sources[0]!, id: 's2' },
      { ...dossier.sources[1]!, id: 's3' },
    ];
    dossier.listings[0]!.sources = ['s2'];
    dossier.relations[0]!.sources = ['s3'];
    dossier.events = [
      { date: '2024-01-05', type: 'breach', text: 'Acme Optics reported a breach.', sources: ['s1'] },
      { ...dossier.events[0]!, sources: ['s3'] },
    ];
    const { entity: merged, messages } = importEntity(dossier, entity, taken, kinds, readBy);
    expect(merged.sources.map(({ id, url }) => [id, url])).toEqual([
      ['s1', 'https://example.org/s1'],
      ['s2', 'https://example.org/s2'],
      ['s3', 'https://example.org/new'],
    ]);
    expect(merged.events.map(({ id, text, sources }) => [id, text, sources])).toEqual([
      ['e1', 'Acme Optics signed a contract with Example City.', ['s2']],
      ['e2', 'Acme Optics reported a breach.', ['s3']],
    ]);
    expect(messages).toHaveLength(2);
  });

  it('keeps its own wording, and says that the dossier has another', () => {
    const { entity, taken } = first();
    entity.events[0]!.text = 'Acme Optics and Example City signed a contract for cameras.';
    const dossier = sampleDossier();
    dossier.events[0]!.text = 'Acme Optics got a contract from Example City.';
    const { entity: merged, messages } = importEntity(dossier, entity, taken, kinds, readBy);
    expect(merged.events).toEqual(entity.events);
    expect(messages).toEqual([expect.stringContaining('compare by hand')]);
  });

  it('gets what it lacks of every kind, each told in a line, and nothing of it again', () => {
    const { entity, taken } = importEntity(
      sampleDossier({
        ...{ country: null, hq: null, founded: null, operating_status: null, as_of: null, unverified: [] },
        ...{ listings: [], events: [], relations: [], names: sampleDossier().names.slice(0, 1) },
        sources: sampleDossier().sources.slice(0, 1),
        categories: ['mobile-spyware'],
      }),
      undefined,
      new Set(),
      kinds,
      readBy,
    );
    const dossier = sampleDossier({ identifiers: { wikidata: 'Q1', website: 'https://acme.example.org/' } });
    const merged = importEntity(dossier, entity, taken, kinds, readBy);
    expect(merged.entity).toEqual({
      ...importEntity(dossier, undefined, new Set(), kinds, readBy).entity,
      categories: ['mobile-spyware', 'video-surveillance'],
    });
    expect(merged.messages).toEqual([
      'Acme Optics: name “Acme” added.',
      'Acme Optics: unverified statement added: That it has a second office.',
      'Acme Optics: source added: https://example.org/s2',
      'Acme Optics: listing added: Entity List, listed, 2022-05-09.',
      'Acme Optics: event added: 2022-05, Acme Optics signed a contract with Example City.',
      'Acme Optics: relation added: supplied-to frontex.',
    ]);
    expect(entity.listings).toEqual([]);
    expect(importEntity(dossier, merged.entity, merged.taken, kinds, readBy).messages).toEqual([]);
  });

  it('keeps what it says otherwise of the same thing, and takes in what only looks alike', () => {
    const { entity, taken } = first();
    const dossier = sampleDossier({
      ...{
        summary: 'Maker of lenses, sold to cities.',
        hq: 'Shelbyville',
        founded: '2011',
        as_of: '2021-01-01',
      },
      ...{ country: 'FR', operating_status: 'defunct', name: 'Acme Optical', kind: 'product' },
    });
    dossier.names[1]!.note = 'Written so on its doors.';
    dossier.sources[0]!.title = 'Another title';
    const [listing] = dossier.listings;
    const [event] = dossier.events;
    const [relation] = dossier.relations;
    dossier.listings = [
      { ...listing!, citation: '88 FR 1' },
      { ...listing!, list: 'Military End-User List' },
      { ...listing!, authority: 'Another authority' },
    ];
    dossier.events = [
      { ...event!, text: 'Acme Optics was paid.' },
      { ...event!, text: 'Acme Optics was sued.', type: 'lawsuit' },
      { ...event!, text: 'Acme Optics was paid again.', date: '2022-06' },
      { ...event!, text: 'Acme Optics signed with Springfield.', sources: ['s1'] },
    ];
    dossier.relations = [
      { ...relation!, text: 'It sold cameras.' },
      { ...relation!, type: 'investor' },
      { ...relation!, target: 'acme-optics' },
    ];
    const { entity: merged, messages } = importEntity(dossier, entity, taken, kinds, readBy);
    const { listings, events, relations } = merged;
    expect({
      ...merged,
      listings: listings.slice(0, 1),
      events: events.slice(0, 1),
      relations: relations.slice(0, 1),
    }).toEqual(entity);
    expect(listings.map(({ id, authority, list }) => [id, authority.slice(0, 7), list])).toEqual([
      ['l1', 'US Depa', 'Entity List'],
      ['l2', 'US Depa', 'Military End-User List'],
      ['l3', 'Another', 'Entity List'],
    ]);
    expect(events.map(({ id, text }) => [id, text.slice(12)])).toEqual([
      ['e1', 'signed a contract with Example City.'],
      ['e2', 'was sued.'],
      ['e3', 'was paid again.'],
      ['e4', 'signed with Springfield.'],
    ]);
    expect(relations.map(({ id, type, target, external }) => [id, type, target ?? external])).toEqual([
      ['r1', 'supplied-to', 'Frontex'],
      ['r2', 'investor', 'Frontex'],
      ['r3', 'supplied-to', 'acme-optics'],
    ]);
    expect(messages.filter((message) => message.endsWith('compare by hand.'))).toHaveLength(12);
  });

  it('has a page whose address is in other letters than ASCII once, however often what is said of it changes', () => {
    const dossier = sampleDossier();
    dossier.sources[0]!.url = 'https://example.org/größe';
    const { entity, taken } = importEntity(dossier, undefined, new Set(), kinds, readBy);
    dossier.sources[0]!.title = 'Another title';
    expect(importEntity(dossier, entity, taken, kinds, readBy).entity.sources).toEqual(entity.sources);
  });

  it('does not get back what was removed here', () => {
    const { entity, taken } = first();
    entity.events = [];
    expect(importEntity(sampleDossier(), entity, taken, kinds, readBy).entity.events).toEqual([]);
  });
});

describe('a reviewed entity', () => {
  it('is never changed, and what it lacks stays to be told', () => {
    const { entity, taken } = first();
    entity.review = { state: 'reviewed', on: '2026-11-30' };
    const dossier = sampleDossier({ summary: 'Another summary.' });
    const {
      entity: after,
      taken: takenAfter,
      messages,
    } = importEntity(dossier, entity, taken, kinds, readBy);
    expect(after).toEqual(entity);
    expect(messages).toEqual([expect.stringContaining('left as it is; the dossier has 1 items')]);
    expect(takenAfter).toEqual(taken);
  });
});

describe('a tie of the dossier, which has few types,', () => {
  const tie = (type: 'founded-by' | 'maker-of' | 'co-listed-with' | 'supplied-to', text?: string) => ({
    ...sampleDossier().relations[0]!,
    type,
    ...(text && { text }),
  });
  it.each([
    ['founded-by', 'person', 'company', 'Co-founder', 'founder-of'],
    ['founded-by', 'person', 'company', undefined, 'founder-of'],
    ['founded-by', 'person', 'company', 'Majority owner', 'owner-of'],
    ['founded-by', 'company', 'person', 'Its owner', 'founded-by'],
    ['maker-of', 'person', 'product', 'A founder of its maker', 'founder-of'],
    ['maker-of', 'person', 'product', 'Wrote it', 'maker-of'],
    ['maker-of', 'person', 'product', undefined, 'maker-of'],
    ['maker-of', 'company', 'product', 'By its founder', 'maker-of'],
    ['co-listed-with', 'investigation', 'company', undefined, 'describes'],
    ['co-listed-with', 'investigation', 'investigation', undefined, 'related-to'],
    ['co-listed-with', 'company', 'investigation', undefined, 'described-in'],
    ['co-listed-with', 'company', 'company', undefined, 'co-listed-with'],
    ['co-listed-with', 'company', 'company', 'Shares an address', 'related-to'],
    ['supplied-to', 'person', 'investigation', 'By its founder and owner', 'supplied-to'],
  ] as const)('is told as it is meant: %s, of a %s to a %s (%s), as %s', (type, owner, target, text, meant) =>
    expect(relationType(tie(type, text), owner, target)).toBe(meant),
  );
});

describe('fingerprints', () => {
  it('tell every item of a file apart', () => {
    const prints = fingerprintsOf(sampleDossier());
    expect(new Set(prints).size).toBe(prints.length);
    expect(prints).toHaveLength(10 + 2 + 1 + 2 + 1 + 1 + 1);
  });
});

describe('nextId', () => {
  it('never reuses a number', () => {
    expect(nextId('e', [])).toBe('e1');
    expect(nextId('e', [{ id: 'e10' }, { id: 'e9' }])).toBe('e11');
  });
});
