/** Taking a dossier in: nothing lost, nothing twice, nothing reviewed overwritten, nothing removed here brought back. */
import { describe, expect, it } from 'vitest';
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
