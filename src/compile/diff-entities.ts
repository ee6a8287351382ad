/** What changed in the facts between two states of the dataset, in sentences for release notes. */
import type { SourcedDate } from '../dataset/dates.ts';
import type { Entity, EntityEvent, Listing, Relation } from '../dataset/entity.ts';
import type { MovedIds } from './compile-dataset.ts';

type ById = ReadonlyMap<string, Entity>;

/**
 * One sentence per change of fact, by entity; wording of research notes, names' matching words and order are not facts.
 * `moved` says which of the ids that are gone have another now.
 */
export function diffEntities(before: ById, after: ById, moved: MovedIds = {}): string[] {
  // A given-up id whose new one was not there yet is a rename; any other was merged.
  const renamed = new Map(
    Object.entries(moved).filter(
      ([from, to]) => before.has(from) && !after.has(from) && !before.has(to) && after.has(to),
    ),
  );
  const newIds = new Set(renamed.values());
  const ids = [...new Set([...before.keys(), ...after.keys()])].filter((id) => !newIds.has(id)).sort();
  return ids.flatMap((id) => {
    const newId = renamed.get(id) ?? id;
    const [old, now] = [before.get(id), after.get(newId)];
    if (!old && now)
      return [
        `${now.name}: added, with ${counted(now.events.length, 'event')} and ${counted(now.listings.length, 'listing')}.`,
      ];
    if (!old || !now) {
      const target = moved[id];
      return old
        ? [`${old.name}: ${target ? `merged into ${after.get(target)?.name ?? target}` : 'taken out'}.`]
        : [];
    }
    const change = newId === id ? [] : [`id changed from “${id}” to “${newId}”.`];
    return [...change, ...diffEntity(old, now)].map((each) => `${now.name}: ${each}`);
  });
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

function diffEntity(old: Entity, now: Entity): string[] {
  const heads = (['kind', 'name', 'country', 'headquarters', 'operatingStatus', 'summary'] as const).flatMap(
    (field) =>
      old[field] === now[field]
        ? []
        : [`${field} changed from “${old[field] ?? 'unknown'}” to “${now[field] ?? 'unknown'}”.`],
  );
  if (day(old.founded) !== day(now.founded))
    heads.push(`founding date changed from ${day(old.founded)} to ${day(now.founded)}.`);
  if (old.review.state !== now.review.state)
    heads.push(`is now ${now.review.state === 'draft' ? 'a draft again' : 'reviewed'}.`);
  if (old.categories.join() !== now.categories.join())
    heads.push(
      `categories changed from ${old.categories.join(', ') || 'none'} to ${now.categories.join(', ') || 'none'}.`,
    );
  const texts = (entity: Entity) => new Set(entity.names.map(({ text }) => text));
  const names = [
    ...[...texts(now)].filter((text) => !texts(old).has(text)).map((text) => `name “${text}” added.`),
    ...[...texts(old)].filter((text) => !texts(now).has(text)).map((text) => `name “${text}” taken out.`),
  ];
  return [
    ...heads,
    ...names,
    ...diffClaims(
      old.listings,
      now.listings,
      (listing) => `${listing.list} listing`,
      (listing) => listingFacts(listing, now),
    ),
    ...diffClaims(
      old.events,
      now.events,
      () => 'event',
      (event) => ({ event: eventText(event), ...sourceFact(event, now) }),
    ),
    ...diffClaims(
      old.facts ?? [],
      now.facts ?? [],
      () => 'fact',
      (fact) => ({ fact: fact.text.replace(/\.$/, ''), ...sourceFact(fact, now) }),
    ),
    ...diffClaims(
      old.relations,
      now.relations,
      () => 'relation',
      (tie) => ({ relation: relationText(tie), ...sourceFact(tie, now) }),
    ),
  ];
}

type Facts = Record<string, string>;

/** Claims are the same when they have the same id: ids are promises. */
function diffClaims<T extends { id: string; sources: string[] }>(
  old: readonly T[],
  now: readonly T[],
  kind: (claim: T) => string,
  facts: (claim: T) => Facts,
): string[] {
  const olds = new Map(old.map((claim) => [claim.id, claim]));
  const nows = new Map(now.map((claim) => [claim.id, claim]));
  // Reason and effect are sentences of their own: an addition is told without them.
  const list = (values: Facts) =>
    Object.entries(values)
      .filter(([key, value]) => value !== '' && key !== 'reason' && key !== 'effect')
      .map(([, value]) => value)
      .join(', ');
  return [
    ...now.filter(({ id }) => !olds.has(id)).map((claim) => `${kind(claim)} added: ${list(facts(claim))}.`),
    ...old
      .filter(({ id }) => !nows.has(id))
      .map((claim) => `${kind(claim)} taken out: ${list(facts(claim))}.`),
    ...now.flatMap((claim) => {
      const earlier = olds.get(claim.id);
      if (!earlier) return [];
      const [was, is] = [facts(earlier), facts(claim)];
      const keys = Object.keys(is).filter((key) => key !== 'source' && was[key] !== is[key]);
      return keys.map((key) =>
        isDate(key)
          ? `${kind(claim)} ${dateChange(key, was[key], is[key])}, ${is.source}.`
          : `${kind(claim)}${key === kind(claim) ? '' : ` ${key}`} changed from “${known(was[key])}” to “${known(is[key])}”, ${is.source}.`,
      );
    }),
  ];
}

/** What the coming of a listing's date means, in a word. */
const dateWords: Readonly<Record<string, string>> = {
  designated: 'designation',
  published: 'publication',
  effective: 'effective date',
  removed: 'removal',
};
const isDate = (key: string) => key in dateWords;

function dateChange(key: string, was: string | undefined, is: string | undefined): string {
  const [before, after] = [was, is].map((text) => text?.replace(`${key} `, ''));
  const word = dateWords[key] ?? key;
  if (!before) return `${word} added: ${after}`;
  return after ? `${word} changed from ${before} to ${after}` : `${word} taken out, it was ${before}`;
}

const known = (fact: string | undefined) => (fact === undefined || fact === '' ? 'unknown' : fact);
const day = (date: SourcedDate | null) => date?.value ?? 'unknown';

function sourceFact({ sources }: { sources: readonly string[] }, entity: Entity): Facts {
  return { source: `source ${entity.sources.find(({ id }) => id === sources[0])?.url ?? sources[0]}` };
}

function listingFacts(listing: Listing, entity: Entity): Facts {
  const dates = Object.entries(listing.dates).map(([kind, date]) => [
    kind,
    date === null ? '' : `${kind} ${date.value}`,
  ]);
  return {
    status: listing.status,
    ...(Object.fromEntries(dates) as Facts),
    authority: listing.authority,
    citation: listing.citation ?? '',
    'legal name': listing.legalName ?? '',
    covers: listing.covers ?? '',
    reason: listing.reason ?? '',
    effect: [listing.does, listing.doesNot].filter(Boolean).join(' '),
    ...sourceFact(listing, entity),
  };
}

const eventText = ({ date, text, denial }: EntityEvent) =>
  `${date?.value ?? 'undated'}: ${[text, denial?.text].filter(Boolean).join(' ').replace(/\.$/, '')}`;
const relationText = ({ type, target, external, start, end, text }: Relation) =>
  [
    `${type} ${target ?? external}`,
    start && `from ${start.value}`,
    end && `until ${end.value}`,
    text?.replace(/\.$/, ''),
  ]
    .filter(Boolean)
    .join(', ');
