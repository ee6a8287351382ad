/** Turns one dossier entity into an entity of our schema, item by item, so that an import can also take single items. Pure. */
import type { Entity, EntityEvent, Listing, Name, Relation, Source } from '../dataset/entity.ts';
import type { EntityKind, RelationType } from '../dataset/vocabulary.ts';
import type {
  DossierEntity,
  DossierEvent,
  DossierListing,
  DossierName,
  DossierRelation,
  DossierSource,
} from './dossier.ts';
import { listingDates, sourcedDate, splitEffect } from './dossier-listings.ts';
import { externalParties } from './dossier-parties.ts';

/** What the conversion must know beyond the one file: the kinds of all entities that exist, by id. */
export type KindsById = ReadonlyMap<string, EntityKind>;

export function convertName(name: DossierName): Name {
  return {
    text: name.text,
    type: name.type,
    ...(name.lang && { language: name.lang }),
    ...(name.note && { note: name.note }),
    ...(name.ambiguous && { ambiguous: true as const }),
    ...(name.also_means?.length && { otherMeanings: name.also_means.map((meaning) => ({ meaning })) }),
    ...(name.context?.length && { context: name.context }),
  };
}

export function convertListing(listing: DossierListing, id: string, sources: string[]): Listing {
  return {
    id,
    authority: listing.authority,
    list: listing.list,
    status: listing.status === 'delisted-partially' ? 'partially-removed' : listing.status,
    legalName: listing.legal_name,
    ...listingDates(listing),
    citation: listing.citation,
    ...splitEffect(listing.effect),
    reason: listing.reason,
    sources,
  };
}

export function convertEvent(event: DossierEvent, id: string, sources: string[]): EntityEvent {
  return { id, date: sourcedDate(event.date), type: event.type, text: event.text, sources };
}

/**
 * The dossier had too few relation types, and says in `text` what was meant. Only what can be told without judgement is
 * changed here: a person does not have founders, and an investigation is not listed together with its subject.
 */
export function relationType(
  relation: DossierRelation,
  owner: EntityKind,
  target: EntityKind | undefined,
): RelationType {
  if (relation.type === 'founded-by' && owner === 'person')
    return (relation.text ?? '').includes('owner') ? 'owner-of' : 'founder-of';
  if (relation.type === 'maker-of' && owner === 'person' && (relation.text ?? '').includes('founder'))
    return 'founder-of';
  if (relation.type !== 'co-listed-with') return relation.type;
  if (owner === 'investigation') return target === 'investigation' ? 'related-to' : 'describes';
  if (target === 'investigation') return 'described-in';
  return relation.text ? 'related-to' : 'co-listed-with';
}

/** Throws when the target has neither an entry nor a readable name: a slug is never shown to a reader. */
export function convertRelation(
  relation: DossierRelation,
  id: string,
  sources: string[],
  owner: EntityKind,
  kinds: KindsById,
): Relation {
  const external = externalParties[relation.target];
  if (!kinds.has(relation.target) && external === undefined) {
    throw new Error(
      `relation target "${relation.target}" has no entry: name it in src/compile/dossier-parties.ts`,
    );
  }
  return {
    id,
    type: relationType(relation, owner, kinds.get(relation.target)),
    ...(kinds.has(relation.target) ? { target: relation.target } : { external }),
    start: sourcedDate(relation.start),
    end: sourcedDate(relation.end),
    ...(relation.text && { text: relation.text }),
    sources,
  };
}

export function convertSource(source: DossierSource, id: string, readBy: string): Source {
  return {
    id,
    url: plainAddress(source.url),
    title: source.title,
    publisher: source.publisher,
    published: sourcedDate(source.published),
    kind: source.kind,
    readBy,
    supports: source.supports,
  };
}

/** The whole entity as a draft, claims numbered in the dossier's order. `readBy` is the day of the dossier's stand. */
export function convertDossier(dossier: DossierEntity, kinds: KindsById, readBy: string): Entity {
  return {
    id: dossier.id,
    kind: dossier.kind,
    name: dossier.name,
    names: dossier.names.map(convertName),
    review: { state: 'draft' },
    country: dossier.country,
    headquarters: dossier.hq,
    founded: sourcedDate(dossier.founded),
    operatingStatus: dossier.operating_status,
    categories: dossier.categories,
    summary: dossier.summary,
    listings: dossier.listings.map((listing, index) =>
      convertListing(listing, `l${index + 1}`, listing.sources),
    ),
    events: dossier.events.map((event, index) => convertEvent(event, `e${index + 1}`, event.sources)),
    relations: dossier.relations.map((relation, index) =>
      convertRelation(relation, `r${index + 1}`, relation.sources, dossier.kind, kinds),
    ),
    identifiers: dossier.identifiers,
    sources: dossier.sources.map((source) => convertSource(source, source.id, readBy)),
    unverified: dossier.unverified,
    asOf: sourcedDate(dossier.as_of),
  };
}

/** The address in the letters that an address may hold (RFC 3986); others are written as %-bytes, as a browser sends them. */
export function plainAddress(url: string): string {
  return url.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}
