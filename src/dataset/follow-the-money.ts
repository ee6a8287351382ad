/**
 * A profile in the vocabulary of FollowTheMoney (followthemoney.tech), the model that investigators' tools share. Pure.
 *
 * Laws, lists and other instruments have no schema there: a listing names its list as `program` instead, and ties to
 * instruments are left out. What the model has a word for is said with it (Sanction, Ownership, Directorship,
 * Succession); every other tie is an UnknownLink with its role in words, so that nothing is claimed beyond the source.
 */
import { sourcesOf } from './claim-sources.ts';
import type { Listing, Name } from './entity.ts';
import { edgeOf, externalId, nodeId, schemaOf, type FtmSchema } from './follow-the-money-edges.ts';
import type { ProfileRecord, RecordRelation, RecordSource } from './records.ts';
import { listingEnd, listingStateNow } from './standing.ts';

/** One entity of FollowTheMoney: every property holds a list of texts. */
export interface FtmEntity {
  id: string;
  schema: FtmSchema;
  properties: Record<string, string[]>;
}

/** Lists whose members have a word of their own in FollowTheMoney's list of topics, while they are in force. */
const topics: ReadonlyMap<string, string> = new Map([
  ['SDN List', 'sanction'],
  ['EU sanctions list', 'sanction'],
  ['UK Sanctions List', 'sanction'],
  ['Canadian sanctions list', 'sanction'],
  ['Entity List', 'export.control'],
  ['Section 1260H List', 'debarment'],
  ['NDAA Section 889', 'debarment'],
  ['Covered List', 'debarment'],
]);

/**
 * The entity itself, its listings, events and ties, in this order; then the other ends of its ties by name, so that the
 * whole can be loaded by itself. Empty for a kind that FollowTheMoney has no schema for.
 */
export function followTheMoney(record: ProfileRecord): FtmEntity[] {
  const self = nodeOf(record);
  if (!self) return [];
  const ties = record.relations.flatMap((relation) => edgesOf(record, relation));
  const ends = record.relations.flatMap((relation) => endOf(relation, record));
  return [
    self,
    ...record.listings.map((listing) => sanctionOf(record, listing)),
    ...record.events.flatMap((event) => eventOf(record, event)),
    ...ties,
    ...[...new Map(ends.map((end) => [end.id, end])).values()],
  ];
}

/** The lines of a FollowTheMoney file (`.ftm.json`): one entity a line. */
export function ftmLines(entities: readonly FtmEntity[]): string {
  return entities.map((entity) => `${JSON.stringify(entity)}\n`).join('');
}

function nodeOf(record: ProfileRecord): FtmEntity | null {
  const schema = schemaOf(record.kind);
  if (!schema) return null;
  const isLegalEntity = schema === 'Company' || schema === 'PublicBody' || schema === 'Person';
  const inForce = record.listings.filter((listing) => listingStateNow(listing) === 'in-force');
  const names = (isWanted: (name: Name) => boolean) =>
    record.names
      // What is never marked is mostly a name of another party, as is a name of kin: nobody should be matched by it.
      .filter((name) => !name.unmarked && name.type !== 'kin' && isWanted(name))
      .map(({ text }) => text)
      .filter((text) => text !== record.name);
  const isWeak = ({ ambiguous, onlyWithKin, type }: Name) =>
    type === 'abbreviation' || Boolean(ambiguous ?? onlyWithKin);
  return {
    id: nodeId(record.id),
    schema,
    properties: filled({
      name: [
        record.name,
        ...names((name) => !isWeak(name) && ['primary', 'legal', 'native'].includes(name.type)),
      ],
      alias: names((name) => !isWeak(name) && name.type === 'alias'),
      weakAlias: names((name) => isWeak(name) && name.type !== 'former'),
      previousName: names(({ type }) => type === 'former'),
      country: [record.country?.toLowerCase()],
      address: [record.headquarters],
      summary: [record.summary],
      notes: record.facts.map(({ text }) => text),
      keywords: record.categories,
      topics: inForce.map(({ list }) => topics.get(list)),
      wikidataId: [record.identifiers.wikidata],
      ...(isLegalEntity && {
        website: [record.identifiers.website && withPath(record.identifiers.website)],
        status: [record.operatingStatus],
        ...(schema !== 'Person' && { incorporationDate: [record.founded?.value] }),
      }),
      sourceUrl: urls(record.sources),
      retrievedAt: [record.checkedBy],
    }),
  };
}

/**
 * The four dates of a listing stay apart: `listingDate` is the day of the decision, or of its printing where only that
 * is known; `startDate` the day on which it took effect; `endDate` that of its removal.
 */
function sanctionOf(record: ProfileRecord, listing: Listing): FtmEntity {
  const { designated, published, effective } = listing.dates;
  return {
    id: nodeId(record.id, listing.id),
    schema: 'Sanction',
    properties: filled({
      entity: [nodeId(record.id)],
      authority: [listing.authority],
      program: [listing.list, listing.program],
      status: [listing.status],
      listingDate: [(designated ?? published)?.value],
      startDate: [effective?.value],
      endDate: [listingEnd(listing)?.value],
      reason: [listing.reason],
      provisions: [listing.does],
      summary: [
        listing.legalName && `Listed as: ${listing.legalName}`,
        listing.covers && `Listed: ${listing.covers}`,
      ],
      description: [listing.doesNot, listing.dateNote],
      recordId: [listing.citation],
      sourceUrl: urls(sourcesOf(record, listing)),
    }),
  };
}

/** An event takes part in by a link of its own where the model lets only people and organisations be involved. */
function eventOf(record: ProfileRecord, event: ProfileRecord['events'][number]): FtmEntity[] {
  const id = nodeId(record.id, event.id);
  const schema = schemaOf(record.kind);
  const canBeInvolved = schema === 'Company' || schema === 'PublicBody' || schema === 'Person';
  const sourceUrl = urls(sourcesOf(record, event));
  const main: FtmEntity = {
    id,
    schema: 'Event',
    properties: filled({
      name: [`${record.name}: ${event.type}`],
      summary: [event.text],
      date: [event.date?.value],
      keywords: [event.type],
      involved: canBeInvolved ? [nodeId(record.id)] : [],
      sourceUrl,
    }),
  };
  if (canBeInvolved) return [main];
  const properties = filled({
    subject: [nodeId(record.id)],
    object: [id],
    role: ['subject of event'],
    sourceUrl,
  });
  return [main, { id: `${id}--link`, schema: 'UnknownLink', properties }];
}

function edgesOf(record: ProfileRecord, relation: RecordRelation): FtmEntity[] {
  const edge = edgeOf(record, relation);
  if (!edge) return [];
  return [
    {
      id: nodeId(relation.statedBy ?? record.id, relation.id),
      schema: edge.schema,
      properties: filled({
        [edge.from]: [edge.fromId],
        [edge.to]: [edge.toId],
        role: [edge.role],
        startDate: [relation.start?.value],
        endDate: [relation.end?.value],
        description: [relation.text],
        sourceUrl: urls(sourcesOf(record, relation)),
      }),
    },
  ];
}

/** The other end of a tie, by no more than its name. */
function endOf(relation: RecordRelation, record: ProfileRecord): FtmEntity[] {
  const edge = edgeOf(record, relation);
  if (!edge) return [];
  const id = relation.entity === null ? externalId(relation.name) : nodeId(relation.entity);
  return [{ id, schema: edge.otherSchema, properties: { name: [relation.name] } }];
}

function urls(sources: readonly RecordSource[]): string[] {
  return sources.map(({ url }) => withPath(url));
}

/** FollowTheMoney gives an address that ends with its host a slash as it reads it. */
function withPath(url: string): string {
  return /^https?:\/\/[^/?#]+$/.test(url) ? `${url}/` : url;
}

/** Only properties that hold something, each value once. */
function filled(
  properties: Readonly<Record<string, readonly (string | null | undefined)[]>>,
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, values]) => {
      const held = [...new Set(values.filter((value): value is string => Boolean(value)))];
      return held.length > 0 ? [[name, held]] : [];
    }),
  );
}
