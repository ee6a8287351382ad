/** The dataset against the research dossier it came from, field by field, where that lies beside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { convertDossier, plainAddress } from '../../src/compile/convert-dossier.ts';
import { dossierEntitySchema, type DossierEntity } from '../../src/compile/dossier.ts';
import { externalParties } from '../../src/compile/dossier-parties.ts';
import { fingerprintsOf } from '../../src/compile/import-dossier.ts';
import { readLedger } from '../../src/compile/import-ledger.ts';
import { dataFolder } from '../../src/compile/paths.ts';
import { readSoundEntities } from '../../src/compile/read-entities.ts';
import { readMoved } from '../../src/compile/read-moved.ts';
import type { Entity } from '../../src/dataset/entity.ts';

const folder = path.resolve(dataFolder, '../../shared/research/entities');
const dossiers: DossierEntity[] = existsSync(folder)
  ? readdirSync(folder).map((file) => dossierEntitySchema.parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))))
  : [];
const kinds = new Map(dossiers.map(({ id, kind }) => [id, kind]));

/** Facts that the dossier has and the dataset dropped or reworded on purpose: `<entity> <what>` → why. */
const departures = JSON.parse(readFileSync(path.join(dataFolder, 'departures.json'), 'utf8')) as Record<string, string>;

/** All texts and dates in a value, wherever they stand. */
function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(leaves);
}

const words = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
const urlsOf = (entity: Pick<Entity, 'sources'>, ids: readonly string[]) =>
  ids.map((id) => entity.sources.find((source) => source.id === id)?.url);

/** The facts that an event without a date became: each cites a page of such an event. */
function undatedNow(dossier: DossierEntity, entity: Entity) {
  const urls = new Set(
    dossier.events
      .filter(({ date }) => date === null)
      .flatMap(({ sources }) => sources.map((id) => dossier.sources.find((source) => source.id === id)?.url)),
  );
  return (entity.facts ?? []).filter((fact) => urlsOf(entity, fact.sources).some((url) => urls.has(url)));
}

describe.skipIf(dossiers.length === 0)('the conversion of the dossier', () => {
  it('keeps every text, date, country and address of every field', () => {
    const lost = dossiers.flatMap((dossier) => {
      const { listings, relations, ...rest } = dossier;
      const kept = new Set(leaves(convertDossier(dossier, kinds, '2026-11-21')));
      const simple = [
        ...leaves(rest),
        ...listings.flatMap((listing) => leaves({ ...listing, effect: null })),
        ...relations.flatMap(({ target, ...relation }) => [
          ...leaves({ ...relation, type: null }),
          kinds.has(target) ? target : (externalParties[target] ?? `no name for ${target}`),
        ]),
      ];
      return simple.filter((text) => !kept.has(plainAddress(text)) && !kept.has(text)).map((text) => `${dossier.id}: ${text}`);
    });
    expect(lost).toEqual([]);
  });

  it('keeps every word of what a listing does and does not do', () => {
    for (const dossier of dossiers) {
      const entity = convertDossier(dossier, kinds, '2026-11-21');
      dossier.listings.forEach((listing, index) => {
        const split = words(`${entity.listings[index]?.does} ${entity.listings[index]?.doesNot ?? ''}`);
        expect(split).toEqual(expect.arrayContaining(words(listing.effect)));
      });
    }
  });

  it('cites for each claim the very pages that the dossier cites, in its order', () => {
    for (const dossier of dossiers) {
      const entity = convertDossier(dossier, kinds, '2026-11-21');
      const dossierUrls = (ids: readonly string[]) => ids.map((id) => plainAddress(dossier.sources.find((source) => source.id === id)?.url ?? ''));
      for (const section of ['listings', 'events', 'relations'] as const) {
        expect(entity[section].map(({ sources }) => urlsOf(entity, sources))).toEqual(
          dossier[section].map(({ sources }) => dossierUrls(sources)),
        );
      }
    }
  });
});

describe.skipIf(dossiers.length === 0)('the dataset on disk', () => {
  const entities = new Map(readSoundEntities(dataFolder).map((entity) => [entity.id, entity]));
  const moved = readMoved(dataFolder);

  it('has taken in every item of the dossier', () => {
    const ledger = readLedger(path.join(dataFolder, 'imported.json'));
    const missing = dossiers.filter((dossier) => fingerprintsOf(dossier).some((print) => !ledger.get(dossier.id)?.has(print)));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  // Open questions are no facts: whoever answers one takes it away.
  it('still holds every page, event, tie and name, but for what departures.json explains', () => {
    const lost = dossiers.flatMap((dossier) => {
      const entity = entities.get(moved[dossier.id] ?? dossier.id);
      if (!entity) return [dossier.id];
      const urls = new Set(entity.sources.map(({ url }) => url));
      const names = new Set(entity.names.map(({ text }) => text));
      const sections = ['listings', 'events', 'relations'] as const;
      return [
        ...dossier.sources.filter(({ url }) => !urls.has(plainAddress(url))).map(({ url }) => `${dossier.id} source ${url}`),
        ...dossier.names.filter(({ text }) => !names.has(text)).map(({ text }) => `${dossier.id} name ${text}`),
        ...sections.flatMap((section) => {
          const held = [...entity[section], ...(section === 'events' ? undatedNow(dossier, entity) : [])];
          return Array.from({ length: Math.max(0, dossier[section].length - held.length) }, (_, n) => `${dossier.id} ${section} ${n + 1}`);
        }),
      ];
    });
    expect(lost.toSorted()).toEqual(Object.keys(departures).toSorted());
    expect(Object.values(departures).filter((why) => why.trim().length < 20)).toEqual([]);
  });
});
