/** Takes one dossier entity into the dataset: whole when it is new, else only what an entity still in draft lacks. Pure. */
import type { Entity, Source } from '../dataset/entity.ts';
import {
  convertDossier,
  convertEvent,
  convertListing,
  convertName,
  convertRelation,
  convertSource,
  plainAddress,
  type KindsById,
} from './convert-dossier.ts';
import type { DossierEntity } from './dossier.ts';
import { sourcedDate } from './dossier-listings.ts';
import { fingerprint } from './import-ledger.ts';

export interface ImportResult {
  entity: Entity;
  /** Fingerprints of all dossier items that need not be looked at again. */
  taken: Set<string>;
  /** What was done, and what was left for a person to decide: one sentence each. */
  messages: string[];
}

/** A dossier item with its claims' sources by address, so that renumbered sources do not make it look new. */
interface Item<T> {
  value: T;
  print: string;
}

function itemsOf<T extends { sources: string[] }>(
  section: string,
  values: readonly T[],
  urls: Map<string, string>,
): Item<T>[] {
  return values.map((value) => ({
    value,
    print: fingerprint([section, { ...value, sources: value.sources.map((id) => urls.get(id) ?? id) }]),
  }));
}

const headFields = [
  'kind',
  'name',
  'country',
  'hq',
  'founded',
  'operating_status',
  'categories',
  'summary',
  'identifiers',
  'as_of',
] as const;

/** All items of a dossier entity, each with the fingerprint under which the ledger knows it. */
function dossierItems(dossier: DossierEntity) {
  const urls = new Map(dossier.sources.map(({ id, url }) => [id, url]));
  return {
    head: headFields.map((field) => ({ value: field, print: fingerprint(['head', field, dossier[field]]) })),
    names: dossier.names.map((value) => ({ value, print: fingerprint(['name', value]) })),
    unverified: dossier.unverified.map((value) => ({ value, print: fingerprint(['unverified', value]) })),
    sources: dossier.sources.map((value) => ({
      value,
      print: fingerprint(['source', { ...value, id: null }]),
    })),
    listings: itemsOf('listing', dossier.listings, urls),
    events: itemsOf('event', dossier.events, urls),
    relations: itemsOf('relation', dossier.relations, urls),
  };
}

/** The fingerprints of everything that a dossier entity holds. */
export function fingerprintsOf(dossier: DossierEntity): string[] {
  return Object.values(dossierItems(dossier)).flatMap((items) => items.map(({ print }) => print));
}

/** The next free claim id: one above the highest number in use, never a number that was given up in between. */
export function nextId(letter: string, used: readonly { id: string }[]): string {
  return `${letter}${Math.max(0, ...used.map(({ id }) => Number(id.slice(1)))) + 1}`;
}

/**
 * Takes `dossier` in. `existing` is our entity, if there is one; `seen` holds the fingerprints taken in earlier. A
 * reviewed entity is never changed: what it lacks is only told. `readBy` is the day of the dossier's stand (YYYY-MM-DD).
 */
export function importEntity(
  dossier: DossierEntity,
  existing: Entity | undefined,
  seen: ReadonlySet<string>,
  kinds: KindsById,
  readBy: string,
): ImportResult {
  if (!existing) {
    const entity = convertDossier(dossier, kinds, readBy);
    const counts = `${entity.events.length} events, ${entity.listings.length} listings, ${entity.sources.length} sources`;
    return {
      entity,
      taken: new Set(fingerprintsOf(dossier)),
      messages: [`${entity.name}: new entity with ${counts}.`],
    };
  }
  const items = dossierItems(dossier);
  const unseen = fingerprintsOf(dossier).filter((print) => !seen.has(print));
  if (unseen.length === 0) return { entity: existing, taken: new Set(seen), messages: [] };
  if (existing.review.state === 'reviewed') {
    const message = `${existing.name}: reviewed on ${existing.review.on}, left as it is; the dossier has ${unseen.length} items that were never taken in.`;
    return { entity: existing, taken: new Set(seen), messages: [message] };
  }
  return mergeDraft(dossier, items, structuredClone(existing), seen, kinds, readBy);
}

function mergeDraft(
  dossier: DossierEntity,
  items: ReturnType<typeof dossierItems>,
  entity: Entity,
  seen: ReadonlySet<string>,
  kinds: KindsById,
  readBy: string,
): ImportResult {
  const taken = new Set(seen);
  const messages: string[] = [];
  const tell = (what: string) => messages.push(`${entity.name}: ${what}`);
  const fresh = <T>(list: readonly Item<T>[]) => list.filter(({ print }) => !seen.has(print));
  const leave = (what: string) => tell(`${what} differs from ours; ours was kept, compare by hand.`);

  for (const { value: field, print } of fresh(items.head)) {
    taken.add(print);
    if (!fillHead(entity, dossier, field)) leave(`the dossier's ${field}`);
  }
  for (const { value, print } of fresh(items.names)) {
    taken.add(print);
    if (entity.names.some((name) => name.text === value.text))
      leave(`what the dossier says of the name “${value.text}”`);
    else {
      entity.names.push(convertName(value));
      tell(`name “${value.text}” added.`);
    }
  }
  for (const { value, print } of fresh(items.unverified)) {
    taken.add(print);
    if (!entity.unverified.includes(value)) entity.unverified.push(value);
    tell(`unverified statement added: ${value}`);
  }
  for (const { value, print } of fresh(items.sources)) {
    taken.add(print);
    if (entity.sources.some(({ url }) => url === plainAddress(value.url)))
      leave(`what the dossier says of the page ${value.url}`);
    else {
      entity.sources.push(convertSource(value, nextId('s', entity.sources), readBy));
      tell(`source added: ${value.url}`);
    }
  }

  const sourceIds = sourceIdsByUrl(dossier, entity.sources);
  for (const { value, print } of fresh(items.listings)) {
    taken.add(print);
    const added = convertListing(value, nextId('l', entity.listings), sourceIds(value.sources));
    if (entity.listings.some((ours) => ours.authority === added.authority && ours.list === added.list)) {
      leave(`the dossier's listing on “${value.list}” from ${value.start ?? 'an unknown day'}`);
    } else {
      entity.listings.push(added);
      tell(`listing added: ${value.list}, ${value.status}, ${value.start ?? 'no date'}.`);
    }
  }
  for (const { value, print } of fresh(items.events)) {
    taken.add(print);
    const added = convertEvent(value, nextId('e', entity.events), sourceIds(value.sources));
    if (entity.events.some((ours) => isSameEvent(ours, added))) leave(`the dossier's event “${value.text}”`);
    else {
      entity.events.push(added);
      tell(`event added: ${value.date ?? 'undated'}, ${value.text}`);
    }
  }
  for (const { value, print } of fresh(items.relations)) {
    taken.add(print);
    const added = convertRelation(
      value,
      nextId('r', entity.relations),
      sourceIds(value.sources),
      dossier.kind,
      kinds,
    );
    const isKnown = entity.relations.some(
      (ours) =>
        ours.type === added.type && (ours.target ?? ours.external) === (added.target ?? added.external),
    );
    if (isKnown) leave(`the dossier's relation “${value.type} ${value.target}”`);
    else {
      entity.relations.push(added);
      tell(`relation added: ${added.type} ${value.target}.`);
    }
  }
  return { entity, taken, messages };
}

/** Our ids of sources that the dossier cites by its own: the same page, whatever its number. */
function sourceIdsByUrl(
  dossier: DossierEntity,
  ours: readonly Source[],
): (ids: readonly string[]) => string[] {
  const urls = new Map(dossier.sources.map(({ id, url }) => [id, url]));
  const oursByUrl = new Map(ours.map(({ id, url }) => [url, id]));
  return (ids) =>
    ids.map((id) => {
      const found = oursByUrl.get(plainAddress(urls.get(id) ?? ''));
      if (!found)
        throw new Error(`${dossier.id}: a claim cites ${id}, which the dossier's file does not have`);
      return found;
    });
}

/** Two wordings of one event: the same text, or the same date and type backed by the same page. */
function isSameEvent(a: Entity['events'][number], b: Entity['events'][number]): boolean {
  if (a.text === b.text) return true;
  return (
    a.type === b.type && a.date?.value === b.date?.value && a.sources.some((id) => b.sources.includes(id))
  );
}

/** Fills a head field that is empty in ours. False when ours holds something else. */
function fillHead(entity: Entity, dossier: DossierEntity, field: (typeof headFields)[number]): boolean {
  switch (field) {
    case 'hq':
      entity.headquarters ??= dossier.hq;
      return entity.headquarters === dossier.hq;
    case 'country':
      entity.country ??= dossier.country;
      return entity.country === dossier.country;
    case 'founded':
      entity.founded ??= sourcedDate(dossier.founded);
      return (entity.founded?.value ?? null) === dossier.founded;
    case 'operating_status':
      entity.operatingStatus ??= dossier.operating_status;
      return entity.operatingStatus === dossier.operating_status;
    case 'as_of':
      // The dossier's newest source date moves on with each delivery.
      if (dossier.as_of && dossier.as_of > (entity.asOf?.value ?? ''))
        entity.asOf = sourcedDate(dossier.as_of);
      return true;
    case 'categories':
      entity.categories = [...new Set([...entity.categories, ...dossier.categories])];
      return true;
    case 'identifiers':
      entity.identifiers.wikidata ??= dossier.identifiers.wikidata;
      entity.identifiers.website ??= dossier.identifiers.website;
      return true;
    case 'kind':
    case 'name':
    case 'summary':
      return entity[field] === dossier[field];
  }
}
