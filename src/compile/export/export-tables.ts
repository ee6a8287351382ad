/** The dataset as tables (CSV): entities, names, listings, events, relations, facts and sources, joined by entity id. */
import { stringify } from 'csv-stringify/sync';
import type { SourcedDate } from '../../dataset/dates.ts';
import { standingNow } from '../../dataset/standing.ts';
import { checkedBy } from '../compile-cards.ts';
import type { ToldEntity } from '../state-media.ts';

type Cell = string | boolean | null | undefined;

export interface Table {
  /** Comma-separated, quoted as RFC 4180 says, UTF-8, with a header. */
  text: string;
  columns: string[];
  rows: number;
}

const day = (date: SourcedDate | null) => date?.value;
/** Ids and the like, several in one cell. */
const joined = (values: readonly string[] | undefined) => values?.join('; ');

const tables: Readonly<Record<string, (entity: ToldEntity) => Record<string, Cell>[]>> = {
  entities: (entity) => [
    {
      id: entity.id,
      kind: entity.kind,
      name: entity.name,
      country: entity.country,
      headquarters: entity.headquarters,
      founded: day(entity.founded),
      operatingStatus: entity.operatingStatus,
      categories: joined(entity.categories),
      standing: standingNow(entity.listings),
      summary: entity.summary,
      wikidata: entity.identifiers.wikidata,
      website: entity.identifiers.website,
      review: entity.review.state,
      reviewedOn: entity.review.state === 'reviewed' ? entity.review.on : null,
      asOf: day(entity.asOf),
      checkedBy: checkedBy(entity.sources),
    },
  ],
  names: (entity) =>
    entity.names.map((name) => ({
      entity: entity.id,
      text: name.text,
      type: name.type,
      language: name.language,
      ambiguous: name.ambiguous ?? false,
      onlyWithKin: name.onlyWithKin ?? false,
      unmarked: name.unmarked ?? false,
      note: name.note,
      sources: joined(name.sources),
    })),
  listings: (entity) =>
    entity.listings.map((listing) => ({
      entity: entity.id,
      id: listing.id,
      authority: listing.authority,
      list: listing.list,
      program: listing.program,
      status: listing.status,
      legalName: listing.legalName,
      covers: listing.covers,
      designated: day(listing.dates.designated),
      published: day(listing.dates.published),
      effective: day(listing.dates.effective),
      removed: day(listing.dates.removed),
      dateNote: listing.dateNote,
      citation: listing.citation,
      does: listing.does,
      doesNot: listing.doesNot,
      reason: listing.reason,
      sources: joined(listing.sources),
    })),
  events: (entity) =>
    entity.events.map((event) => ({
      entity: entity.id,
      id: event.id,
      date: day(event.date),
      type: event.type,
      text: event.text,
      denial: event.denial?.text,
      sources: joined(event.sources),
      denialSources: joined(event.denial?.sources),
    })),
  relations: (entity) =>
    entity.relations.map((relation) => ({
      entity: entity.id,
      id: relation.id,
      type: relation.type,
      target: relation.target,
      external: relation.external,
      start: day(relation.start),
      end: day(relation.end),
      text: relation.text,
      sources: joined(relation.sources),
    })),
  facts: (entity) =>
    (entity.facts ?? []).map((fact) => ({
      entity: entity.id,
      id: fact.id,
      text: fact.text,
      sources: joined(fact.sources),
    })),
  sources: (entity) =>
    entity.sources.map((source) => ({
      entity: entity.id,
      id: source.id,
      url: source.url,
      archiveUrl: source.archiveUrl,
      title: source.title,
      publisher: source.publisher,
      stateMedia: source.stateMedia,
      published: day(source.published),
      kind: source.kind,
      readBy: source.readBy,
      supports: source.supports,
    })),
};

/** Tables by name; rows in the order of `entities` and of their files. */
export function exportTables(entities: readonly ToldEntity[]): Map<string, Table> {
  return new Map(
    Object.entries(tables).map(([name, rowsOf]) => {
      const rows = entities.flatMap(rowsOf);
      const columns = Object.keys(rows[0] ?? {});
      // A cell that a spreadsheet would run as a formula gets an apostrophe in front.
      const text = stringify(rows, {
        header: true,
        columns,
        record_delimiter: 'unix',
        escape_formulas: true,
        cast: { boolean: String },
      });
      return [name, { text, columns, rows: rows.length }];
    }),
  );
}
