/** What a data rule is: one thing that must hold for the whole dataset, checked without throwing. */
import type { Entity, Source } from '../../dataset/entity.ts';
import type { DataProblem } from '../read-entities.ts';
import type { StateOutlet } from '../state-media.ts';

/** Everything that rules may look at. */
export interface Dataset {
  entities: readonly Entity[];
  byId: ReadonlyMap<string, Entity>;
  /** Ids whose file breaks the schema: they are there, but nothing of them is known. */
  unread: ReadonlySet<string>;
  /** Old id → new id. */
  moved: Readonly<Record<string, string>>;
  /** Ids that were committed and have no file now. */
  gone: readonly string[];
  /** Lower bounds on coverage, from data/floors.json. */
  floors: Readonly<Record<string, number>>;
  /** The floors as last committed; null where that is not known. */
  committedFloors: Readonly<Record<string, number>> | null;
  /** Outlets that a state runs, from data/state-media.json. */
  stateMedia: readonly StateOutlet[];
  /** The day of the check (YYYY-MM-DD); null where it does not matter. */
  today: string | null;
}

export interface Rule {
  /** The file's name without its ending; exceptions refer to it. */
  name: string;
  /** What must hold, and why, in a sentence or two. */
  description: string;
  /** Every breach at once. Never throws on data that fit the schema. */
  check(dataset: Dataset): DataProblem[];
}

export function toDataset(
  entities: readonly Entity[],
  rest: Partial<Omit<Dataset, 'entities' | 'byId'>> = {},
): Dataset {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  return {
    entities,
    byId,
    unread: new Set(),
    moved: {},
    gone: [],
    floors: {},
    committedFloors: null,
    stateMedia: [],
    today: null,
    ...rest,
  };
}

/** A problem in an entity's file. `field` names claims by id (`events.e3.text`), so that it survives reordering. */
export function problem(entity: Pick<Entity, 'id'>, field: string, message: string): DataProblem {
  return { file: `entities/${entity.id}.json`, field, message };
}

/** A rule that looks at one entity at a time. `check` yields a field and a message per breach. */
export function entityRule(
  name: string,
  description: string,
  check: (entity: Entity, dataset: Dataset) => Iterable<readonly [field: string, message: string]>,
): Rule {
  return {
    name,
    description,
    check: (dataset) =>
      dataset.entities.flatMap((entity) =>
        [...check(entity, dataset)].map(([field, message]) => problem(entity, field, message)),
      ),
  };
}

export interface Claim {
  /** `events.e3` */
  field: string;
  id: string;
  sources: readonly string[];
}

/** All claims of an entity that cite sources by duty. */
export function claimsOf(entity: Entity): Claim[] {
  const sections = {
    facts: entity.facts ?? [],
    listings: entity.listings,
    events: entity.events,
    relations: entity.relations,
  };
  return Object.entries(sections).flatMap(([section, claims]) =>
    claims.map((claim) => ({ field: `${section}.${claim.id}`, id: claim.id, sources: claim.sources })),
  );
}

/** A listing with the entity that it stands in. */
export interface PlacedListing {
  entity: Entity;
  listing: Entity['listings'][number];
}

/**
 * The listings of which `said` differs from that of the first listing with the same key that says anything: the first speaks for what
 * the key stands for. Those without a key stand alone.
 */
export function disagreeingListings(
  entities: readonly Entity[],
  keyOf: (listing: PlacedListing['listing']) => string | null,
  said: (listing: PlacedListing['listing']) => unknown,
): { key: string; own: PlacedListing; first: PlacedListing }[] {
  const keyed = entities.flatMap((entity) =>
    entity.listings.flatMap((listing) => {
      const key = keyOf(listing);
      return key === null ? [] : [{ key, own: { entity, listing } }];
    }),
  );
  const telling = keyed.filter(({ own }) => (said(own.listing) ?? null) !== null);
  const firsts = new Map(telling.toReversed().map(({ key, own }) => [key, own]));
  return keyed.flatMap(({ key, own }) => {
    const first = firsts.get(key);
    const agrees = !first || JSON.stringify(said(own.listing)) === JSON.stringify(said(first.listing));
    return agrees ? [] : [{ key, own, first }];
  });
}

/** A name for comparing with others: neither the case nor the width of its letters counts. */
export const caseless = (name: string): string => name.normalize('NFKC').toLowerCase();

/** The sources that a claim cites; ids that lead nowhere are left out (another rule names them). */
export function citedSources(entity: Entity, claim: { sources: readonly string[] }): Source[] {
  return claim.sources.flatMap((id) => entity.sources.filter((source) => source.id === id));
}

/** The texts that a reader sees, by field. */
export function readerTexts(entity: Entity): [field: string, text: string][] {
  return [
    ['summary', entity.summary],
    ...(entity.facts ?? []).map(({ id, text }): [string, string] => [`facts.${id}.text`, text]),
    ...entity.events.map(({ id, text }): [string, string] => [`events.${id}.text`, text]),
    ...entity.events.flatMap(({ id, denial }): [string, string][] =>
      denial ? [[`events.${id}.denial`, denial.text]] : [],
    ),
    ...entity.relations.flatMap(({ id, text }): [string, string][] =>
      text ? [[`relations.${id}.text`, text]] : [],
    ),
    ...entity.listings.flatMap((listing): [string, string][] => {
      const fields = ['covers', 'does', 'doesNot', 'reason', 'dateNote'] as const;
      return fields.flatMap((field) => {
        const text = listing[field];
        return text ? [[`listings.${listing.id}.${field}`, text] as [string, string]] : [];
      });
    }),
  ];
}

/** Every text in the entity, whoever reads it, by field; claims and sources are named by id, names by their text. */
export function allTexts(entity: Entity): [field: string, text: string][] {
  return textsBelow(entity, '');
}

function textsBelow(value: unknown, field: string): [string, string][] {
  if (typeof value === 'string') return [[field, value]];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => textsBelow(item, `${field}${itemName(item, index)}`));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => textsBelow(inner, field ? `${field}.${key}` : key));
}

function itemName(item: unknown, index: number): string {
  const { id, text } = (typeof item === 'object' && item !== null ? item : {}) as {
    id?: unknown;
    text?: unknown;
  };
  if (typeof id === 'string') return `.${id}`;
  return typeof text === 'string' ? `["${text}"]` : `[${index}]`;
}

/** A text without what others are quoted to have said. */
export function withoutQuotes(text: string): string {
  return text.replace(/[“"][^”"]*[”"]/g, '');
}

/** Values that occur more than once, each once. */
export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
