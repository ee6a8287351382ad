/** Made-up entities and dossier files, sound as they stand, for tests of the compiler and the data rules to change. */
import type { DossierEntity } from '../../../src/compile/dossier.ts';
import type { Entity, Listing, Relation, Source } from '../../../src/dataset/entity.ts';

export function sampleSource(id: string, change: Partial<Source> = {}): Source {
  return {
    id,
    url: `https://example.org/${id}`,
    title: `Page ${id}`,
    publisher: 'Example Gazette',
    published: { value: '2022-05-10', precision: 'day' },
    kind: 'primary',
    readBy: '2026-11-21',
    supports: 'Names the company and gives the date of the rule.',
    ...change,
  };
}

export function sampleListing(change: Partial<Listing> = {}): Listing {
  return {
    id: 'l1',
    authority: 'US Department of Commerce, Bureau of Industry and Security',
    list: 'Entity List',
    status: 'listed',
    legalName: 'Acme Optics Ltd.',
    dates: {
      designated: null,
      published: null,
      effective: { value: '2022-05-09', precision: 'day' },
      removed: null,
    },
    citation: '87 FR 12345',
    does: 'Exporters need a licence to send it items subject to US export rules.',
    doesNot: 'It does not freeze assets.',
    reason: 'The committee said that it acted against US foreign policy interests.',
    sources: ['s1'],
    ...change,
  };
}

export function sampleRelation(change: Partial<Relation> = {}): Relation {
  return {
    id: 'r1',
    type: 'related-to',
    external: 'Example City',
    start: null,
    end: null,
    sources: ['s1'],
    ...change,
  };
}

export function sampleEntity(change: Partial<Entity> = {}): Entity {
  return {
    id: 'acme-optics',
    kind: 'company',
    name: 'Acme Optics',
    names: [{ text: 'Acme Optics', type: 'primary' }],
    review: { state: 'draft' },
    country: 'US',
    headquarters: null,
    founded: null,
    operatingStatus: 'active',
    categories: ['video-surveillance'],
    summary: 'Maker of cameras that read faces, sold to cities.',
    listings: [],
    events: [
      {
        id: 'e1',
        date: { value: '2022-05-09', precision: 'day' },
        type: 'contract',
        text: 'Acme Optics signed a contract with Example City for 40 cameras.',
        sources: ['s1'],
      },
    ],
    relations: [],
    identifiers: { wikidata: null, website: null },
    sources: [sampleSource('s1')],
    unverified: [],
    asOf: { value: '2022-05-10', precision: 'day' },
    ...change,
  };
}

export function sampleDossier(change: Partial<DossierEntity> = {}): DossierEntity {
  return {
    id: 'acme-optics',
    kind: 'company',
    name: 'Acme Optics',
    names: [
      { text: 'Acme Optics', type: 'primary' },
      {
        text: 'Acme',
        type: 'abbreviation',
        ambiguous: true,
        also_means: ['a cartoon company'],
        context: ['cameras'],
      },
    ],
    country: 'US',
    hq: 'Springfield',
    founded: '2010',
    operating_status: 'active',
    categories: ['video-surveillance'],
    summary: 'Maker of cameras that read faces, sold to cities.',
    listings: [
      {
        authority: 'US Department of Commerce, Bureau of Industry and Security',
        list: 'Entity List',
        status: 'listed',
        start: '2022-05-09',
        end: null,
        citation: '87 FR 12345',
        legal_name: 'Acme Optics Ltd.',
        effect: 'Requires a licence for exports; does not freeze assets.',
        reason: null,
        sources: ['s1'],
      },
    ],
    events: [
      {
        date: '2022-05',
        type: 'contract',
        text: 'Acme Optics signed a contract with Example City.',
        sources: ['s2'],
      },
    ],
    relations: [{ type: 'supplied-to', target: 'frontex', start: null, end: null, sources: ['s2'] }],
    identifiers: { wikidata: null, website: null },
    sources: ['s1', 's2'].map((id) => ({
      id,
      url: `https://example.org/${id}`,
      title: `Page ${id}`,
      publisher: 'Example Gazette',
      published: '2022-05-10',
      kind: 'primary',
      supports: 'Names the company.',
    })),
    unverified: ['That it has a second office.'],
    as_of: '2022-05-10',
    ...change,
  };
}
