/** The compiled forms of an entity that the extension ships: card, profile and directory records. Types only. */
import type { Entity, EntityEvent, Fact, Listing, Relation, Source } from './entity.ts';
import type { Standing } from './standing.ts';
import type { EntityKind } from './vocabulary.ts';

/** A source as a reader sees it: no research notes. `id` is the id that claims cite. */
export type RecordSource = Omit<Source, 'supports'> & {
  /** The state (ISO 3166-1 alpha-2) that runs the outlet which printed it; absent for all others. */
  stateMedia?: string;
};

/** A relation with its other party's name resolved. `entity` is null when the party has no profile of its own. */
export interface RecordRelation {
  id: string;
  type: Relation['type'];
  entity: string | null;
  /** What the other party is; absent where it has no profile. */
  kind?: EntityKind;
  name: string;
  start: Relation['start'];
  end: Relation['end'];
  text?: string;
  sources: string[];
  /** Set when the claim stands in the other party's file and is shown here from its side; sources are its too. */
  statedBy?: string;
}

/** An event as a reader sees it: allegation and denial together, so that no screen can show one without the other. */
export type RecordEvent = Omit<EntityEvent, 'denial'> & {
  /** Somebody denies it: a profile then says how it is known. */
  contested?: true;
};

/** What a card shows; `cards/<id>.json`, one file per entity. Listings, events and facts are whole. */
export interface CardRecord extends Pick<
  Entity,
  | 'id'
  | 'kind'
  | 'name'
  | 'country'
  | 'headquarters'
  | 'operatingStatus'
  | 'categories'
  | 'summary'
  | 'asOf'
  | 'review'
> {
  standing: Standing;
  facts: Fact[];
  listings: Listing[];
  /** Oldest first; undated last. A denial stands at the end of its event's text, its sources among the event's. */
  events: RecordEvent[];
  /** Owner, parent, maker and product ties only: what a card has room for. */
  relations: RecordRelation[];
  sources: RecordSource[];
  /** Sources of relations that other entities' files state (`statedBy`), by that entity's id. */
  foreignSources: Record<string, RecordSource[]>;
  /** The newest day by which all sources of this record had been read. */
  checkedBy: string;
}

/** What the profile page shows; `profiles/<id>.json`, one file per entity. */
export interface ProfileRecord extends Omit<CardRecord, 'sources'> {
  names: Entity['names'];
  founded: Entity['founded'];
  identifiers: Entity['identifiers'];
  /** Own relations and those that other entities state about this one. */
  relations: RecordRelation[];
  sources: (RecordSource & Pick<Source, 'supports'>)[];
  unverified: string[];
}

/** One line of `directory.json`, which search, popup and directory read. */
export interface DirectoryRow {
  id: string;
  name: string;
  kind: EntityKind;
  country: string | null;
  categories: Entity['categories'];
  standing: Standing;
  /** Short names of the authorities with a listing now, for filters. */
  authorities: string[];
  /** All other names, for search. */
  names: string[];
  events: number;
  sources: number;
}

/** `version.json`: which state of the data this is, for reports of errors and for citing. */
export interface DatasetVersion {
  /** The newest day on which a source was read, and a digest of everything that readers are shown. */
  version: string;
  entities: number;
}
