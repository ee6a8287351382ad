/** Cards: per entity, what hovering shows, with only the sources that its claims cite. */
import { compareDates } from '../dataset/dates.ts';
import type { EntityEvent, Source } from '../dataset/entity.ts';
import type { ToldEntity, ToldSource } from './state-media.ts';
import type { CardRecord, RecordEvent, RecordRelation, RecordSource } from '../dataset/records.ts';
import { standingNow } from '../dataset/standing.ts';
import type { RelationType } from '../dataset/vocabulary.ts';

/** What a card has room for: who owns it, who made it, what it makes. */
const cardRelationTypes: ReadonlySet<RelationType> = new Set([
  'maker-of',
  'made-by',
  'subsidiary-of',
  'parent-of',
  'owned-by',
  'owner-of',
  'acquired-by',
  'renamed-to',
  'formerly',
] satisfies RelationType[]);

/** Ties to those above: whose it is is what a reader asks first. */
const upwardTypes: ReadonlySet<RelationType> = new Set([
  'made-by',
  'subsidiary-of',
  'owned-by',
  'acquired-by',
  'renamed-to',
] satisfies RelationType[]);

export function compileCard(
  entity: ToldEntity,
  relations: readonly RecordRelation[],
  byId: ReadonlyMap<string, ToldEntity>,
): CardRecord {
  const shown = sortTies(relations.filter(({ type }) => cardRelationTypes.has(type)));
  const events = sortEvents(entity.events).map(withDenial);
  const claims = [
    ...(entity.facts ?? []),
    ...entity.listings,
    ...events,
    ...shown.filter(({ statedBy }) => !statedBy),
  ];
  const cited = new Set(claims.flatMap(({ sources }) => sources));
  return {
    id: entity.id,
    kind: entity.kind,
    name: entity.name,
    country: entity.country,
    headquarters: entity.headquarters,
    operatingStatus: entity.operatingStatus,
    categories: entity.categories,
    summary: entity.summary,
    asOf: entity.asOf,
    review: entity.review,
    standing: standingNow(entity.listings),
    facts: entity.facts ?? [],
    listings: entity.listings,
    events,
    relations: shown,
    sources: entity.sources.filter(({ id }) => cited.has(id)).map(readerSource),
    foreignSources: foreignSources(shown, byId),
    checkedBy: checkedBy(entity.sources),
  };
}

/** Allegation and denial as one text with the sources of both: what is shown together cannot be torn apart. */
function withDenial({ denial, ...event }: EntityEvent): RecordEvent {
  if (!denial) return event;
  const sources = [...new Set([...event.sources, ...denial.sources])];
  return { ...event, text: `${event.text} ${denial.text}`, sources, contested: true };
}

/** Those above first, what is over last; otherwise as authored. A card shows the first few. */
function sortTies(ties: readonly RecordRelation[]): RecordRelation[] {
  const rank = ({ type, end }: RecordRelation) => (end ? 2 : upwardTypes.has(type) ? 0 : 1);
  return ties.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Oldest first by the first day that a date can mean, a year before its January and a month before its first day; undated
 * last; otherwise as authored.
 */
export function sortEvents(events: readonly EntityEvent[]): EntityEvent[] {
  return events.toSorted((a, b) =>
    a.date && b.date ? compareDates(a.date, b.date) : Number(a.date === null) - Number(b.date === null),
  );
}

/** The sources of relations that other entities state, by the stating entity's id. */
export function foreignSources(
  relations: readonly RecordRelation[],
  byId: ReadonlyMap<string, ToldEntity>,
): Record<string, RecordSource[]> {
  const cited = new Map<string, Set<string>>();
  for (const { statedBy, sources } of relations) {
    if (!statedBy) continue;
    const ids = cited.get(statedBy) ?? new Set();
    for (const id of sources) ids.add(id);
    cited.set(statedBy, ids);
  }
  const entries = [...cited].map(([entity, ids]) => {
    const theirs = byId.get(entity)?.sources ?? [];
    return [entity, theirs.filter(({ id }) => ids.has(id)).map(readerSource)] as const;
  });
  return Object.fromEntries(entries);
}

function readerSource({
  id,
  url,
  archiveUrl,
  title,
  publisher,
  published,
  kind,
  readBy,
  stateMedia,
}: ToldSource): RecordSource {
  return {
    id,
    url,
    ...(archiveUrl !== undefined && { archiveUrl }),
    title,
    publisher,
    published,
    kind,
    readBy,
    ...(stateMedia !== undefined && { stateMedia }),
  };
}

/** The newest day by which all of these sources had been read (YYYY-MM-DD). */
export function checkedBy(sources: readonly Source[]): string {
  return sources.map(({ readBy }) => readBy).reduce((newest, day) => (day > newest ? day : newest), '');
}
