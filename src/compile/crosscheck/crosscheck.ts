/** Holds our listings against official tables: which are confirmed, which are not there, which are missing here. Pure. */
import type { Entity, Listing } from '../../dataset/entity.ts';
import { earliestDay } from '../../dataset/dates.ts';
import { listingStart, listingStateNow } from '../../dataset/standing.ts';
import type { OfficialEntry, OfficialList } from './official-entry.ts';

export interface CrosscheckFinding {
  entity: string;
  /** `l1`; null where we have no listing. */
  listing: string | null;
  list: OfficialList;
  /** The name that was found or looked for. */
  name: string;
  entry: OfficialEntry | null;
}

export interface Crosscheck {
  /** Lists that the files hold; others cannot be judged by them. */
  lists: OfficialList[];
  confirmed: CrosscheckFinding[];
  /** Those of the confirmed whose day, citation or number the table gives otherwise. */
  differing: CrosscheckFinding[];
  /** In force with us, but not in the table. */
  notThere: CrosscheckFinding[];
  /** Ended with us, but still in the table. */
  stillThere: CrosscheckFinding[];
  /** In the table under a name that we know, but not with us. */
  missingHere: CrosscheckFinding[];
}

/** Words that tell a form of company, not which company. */
const forms = new Set(
  (
    'ag ad ao bv co company corp corporation doo gmbh inc incorporated jsc kft limited liability llc llp ltd oao ooo oy plc ' +
    'private pte pty public pvt sa sarl spa srl zao zrt the'
  ).split(' '),
);

/** Letters and digits without case and accents; "S.A." is one word. Tables that lost their quote marks have "People?s". */
function wordsOf(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
      .replace(/['’.]|(?<=\p{L})\?(?=\p{L})/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** What two spellings of one legal name share: letters and digits, no form of company, words in any order. */
export function nameKey(name: string): string {
  const words = wordsOf(name);
  const telling = words.filter((word) => !forms.has(word));
  return (telling.length > 0 ? telling : words).sort().join(' ');
}

/** A key that is one short word would fit strangers. */
const isTelling = (key: string) => key.includes(' ') || key.length >= 5;

/** `asOf` (YYYY-MM-DD) is the day of the tables: listings that began later are not looked for, those that ended later are. */
export function crosscheck(
  entities: readonly Entity[],
  entries: readonly OfficialEntry[],
  asOf: string | null = null,
): Crosscheck {
  const lists = [...new Set(entries.map(({ list }) => list))];
  // As it is written first: of one group, "S.A." and "Limited" are two companies.
  const indexes = [(name: string) => wordsOf(name).join(' '), nameKey].map((keyOf) => ({
    keyOf,
    entries: indexBy(entries, keyOf),
  }));
  const look = (list: OfficialList, names: readonly string[]) => {
    for (const name of names) {
      for (const { keyOf, entries: byKey } of indexes) {
        const entry = byKey.get(`${list}|${keyOf(name)}`);
        if (entry) return { name, entry };
      }
    }
    return null;
  };

  const result: Crosscheck = {
    lists,
    confirmed: [],
    differing: [],
    notThere: [],
    stillThere: [],
    missingHere: [],
  };
  for (const entity of entities) {
    for (const list of lists) {
      const ours = entity.listings.filter((listing) => listing.list === list);
      for (const listing of ours) {
        const isLater = beganAfter(listing, asOf);
        const legal = listing.legalName?.split(/;\s*/) ?? [];
        const found = look(list, [...legal, ...otherNames(entity, listing, isLater, ours.length > 1)]);
        const finding = {
          entity: entity.id,
          listing: listing.id,
          list,
          name: found?.name ?? listing.legalName ?? entity.name,
          entry: found?.entry ?? null,
        };
        const isInForce = listingStateNow(listing) === 'in-force' || endedAfter(listing, asOf);
        if (found) (isInForce ? result.confirmed : result.stillThere).push(finding);
        if (found && isInForce && legal.includes(found.name) && differs(listing, found.entry))
          result.differing.push(finding);
        if (!found && isInForce && !isLater) result.notThere.push(finding);
      }
      const found = ours.length === 0 ? look(list, sureNames(entity)) : null;
      if (found) result.missingHere.push({ entity: entity.id, listing: null, list, ...found });
    }
  }
  return result;
}

function indexBy(
  entries: readonly OfficialEntry[],
  keyOf: (name: string) => string,
): Map<string, OfficialEntry> {
  const index = new Map<string, OfficialEntry>();
  for (const entry of entries) {
    for (const name of entry.names) {
      const key = `${entry.list}|${keyOf(name)}`;
      if (!index.has(key)) index.set(key, entry);
    }
  }
  return index;
}

function endedAfter({ dates: { removed } }: Listing, day: string | null): boolean {
  return day !== null && removed !== null && earliestDay(removed) > day;
}

/** A rule in the Federal Register names its parties at most so many pages behind its first. */
const ruleOfPages = 100;

/** A table gives the page with the party, we the first page of the rule. What one side lacks does not differ. */
function differs({ dates, citation }: Listing, { since, citation: cited, id, list }: OfficialEntry): boolean {
  const days = [dates.designated, dates.published, dates.effective].filter((date) => date !== null);
  const isOtherDay = since !== null && days.length > 0 && !days.some(({ value }) => since.startsWith(value));
  const ours = pagesOf(citation ?? '')[0];
  const theirs = pagesOf(cited ?? '');
  const isOtherPage =
    ours !== undefined &&
    theirs.length > 0 &&
    !theirs.some(
      ({ volume, page }) => volume === ours.volume && page >= ours.page && page < ours.page + ruleOfPages,
    );
  const numbers = citation?.includes(list) === true ? numbersIn(citation) : [];
  const isOtherNumber = id !== null && isNumber(id) && numbers.length > 0 && !numbers.includes(id);
  return isOtherDay || isOtherPage || isOtherNumber;
}

/** An authority's number of a party, "48059" or "CYB0046"; not OFSI's ("OFSI 16453"), where the list has numbers of its own. */
const isNumber = (word: string) => /^[A-Z]*\d+$/.test(word);
const numbersIn = (text: string) => text.split(/[^A-Za-z\d]+/).filter(isNumber);

/** The places in the Federal Register that a text names: "86 FR 60759", "82 F.R. 722". */
function pagesOf(text: string): { volume: number; page: number }[] {
  return [...text.matchAll(/(\d+) F\.?R\.? (\d+)/g)].map(([, volume, page]) => ({
    volume: Number(volume),
    page: Number(page),
  }));
}

function beganAfter(listing: Listing, day: string | null): boolean {
  const start = listingStart(listing);
  return day !== null && start !== null && earliestDay(start) > day;
}

/**
 * Names that count where the legal one is not found. None where they would find another listing's entry: for one of several
 * on the list that has a legal name of its own, and for one that began after the table's day.
 */
function otherNames(entity: Entity, listing: Listing, isLater: boolean, isOneOfSeveral: boolean): string[] {
  return isLater || (isOneOfSeveral && listing.legalName !== null) ? [] : sureNames(entity);
}

/** Names that mean nothing else; a product's or an instrument's name says nothing about a listed company. */
function sureNames(entity: Entity): string[] {
  if (entity.kind === 'product' || entity.kind === 'instrument' || entity.kind === 'investigation') return [];
  const sure = entity.names
    .filter(({ ambiguous, unmarked }) => !ambiguous && !unmarked)
    .map(({ text }) => text);
  return sure.filter((name) => isTelling(nameKey(name)));
}
