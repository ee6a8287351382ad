/** All names by their anchor, and the closer look that tells which of them stand at a place. */
import { anchorKeys, anchorOf, holdsCapital, keyLength, wantsCapital, wholeAnchorKey } from './anchors.ts';
import { isCapital, plain, scriptOf } from './characters.ts';
import { beginsThere, endsThere, stemOf } from './edges.ts';
import type { NameCase, NameNeed } from './index-format.ts';
import { beginningAt } from './name-parts.ts';
import type { Probe } from './probe.ts';

/** A name as the table needs it; whose it is the number tells. */
export interface TableName {
  text: string;
  number: number;
  need: NameNeed;
  case: NameCase;
}

/** One way of writing, and the numbers of the names that are written so (two entities may share one). */
interface Entry {
  text: string;
  names: number[];
  case: NameCase;
  isRisky: boolean;
  anchorAt: number;
  wantsCapital: boolean;
  mayInflect: boolean;
  isStem: boolean;
}

/** The entries whose anchors begin alike; many of them also by the number of the anchor's first units. */
interface Group {
  entries: Entry[];
  byKey: Map<number, Entry[]> | null;
  isLengthInUse: Uint8Array;
}

/** Comparing so many one by one takes less than finding by number which to compare. */
const mostInRow = 12;

/** Packed names, in parts by how their anchors begin. */
export interface NameSource {
  /** How many units of an anchor part the names, at least and at most. */
  units: readonly [least: number, most: number];
  /** By `beginningAt`; asked once, when needed. */
  parts: () => ReadonlyMap<string, string>;
  /** Unpacks a part; asked once for each. Names that are written alike follow one another. */
  read: (part: string) => TableName[];
}

export interface Hit {
  start: number;
  end: number;
  names: readonly number[];
}

export interface NameTable {
  /** Every name that stands in the text as whole words, longest first, not overlapping, in order. */
  find(text: string, language: string | undefined): Hit[];
  /** Where names begin by their letters alone, whatever stands around them: ascending, a superset of what `find` finds. */
  places(text: string): number[];
}

/** Cheap to make: the source is asked at the probe's first hit, and only for names that begin like something in a text. */
export function createNameTable(probe: Probe, { units, parts, read }: NameSource): NameTable {
  const [least, most] = units;
  const groups = new Map<string, Group | null>();
  let partOf: ReadonlyMap<string, string> | undefined;

  function groupOf(beginning: string): Group | null {
    let group = groups.get(beginning);
    if (group === undefined) {
      const part = (partOf ??= parts()).get(beginning);
      group = part === undefined ? null : createGroup(read(part));
      groups.set(beginning, group);
    }
    return group;
  }

  /** Calls back with each entry whose anchor may stand at `place`. */
  function eachEntryAt(text: string, place: number, look: (entry: Entry) => void): void {
    const beginning = beginningAt(text, place, most);
    for (let length = least; length <= beginning.length; length++) {
      const group = groupOf(beginning.slice(0, length));
      if (!group) continue;
      const { entries, byKey, isLengthInUse } = group;
      if (byKey) {
        anchorKeys(text, place, keyLength, 0, (key, keyed) => {
          if (isLengthInUse[keyed]) byKey.get(key)?.forEach(look);
          return false;
        });
      } else entries.forEach(look);
    }
  }

  function createGroup(names: readonly TableName[]): Group {
    const entries: Entry[] = [];
    for (const { text, number, need, case: nameCase } of names) {
      const isRisky = need !== 'sure';
      const last = entries.at(-1);
      if (last?.text === text) {
        last.names.push(number);
        last.isRisky ||= isRisky;
        continue;
      }
      const mayInflect = text.length > 5 || (text.length > 3 && text.charCodeAt(0) > 0x24f);
      const name = { text, isAnyCase: nameCase === 'any' };
      entries.push({
        text,
        names: [number],
        case: nameCase,
        isRisky,
        anchorAt: anchorOf(name).at,
        wantsCapital: wantsCapital(name),
        mayInflect,
        isStem: false,
      });
    }
    for (const entry of entries.slice()) {
      const stem = stemOf(entry.text);
      if (stem) entries.push({ ...entry, text: stem, mayInflect: true, isStem: true });
    }
    return withKeys(entries);
  }

  function standsAt(text: string, place: number, entry: Entry, language: string | undefined): Hit | null {
    const start = placeBefore(text, place, entry);
    if (start < 0 || !beginsThere(text, start)) return null;
    const end = placeAfter(text, start, entry);
    if (end < 0) return null;
    const stop = endsThere(text, end, entry.mayInflect, language);
    if (stop < 0 || (entry.isStem && stop === end)) return null;
    if (!acceptsCase(text.slice(start, end), entry.text, entry.case, entry.isRisky)) return null;
    return { start, end: stop, names: entry.names };
  }

  return {
    find(text, language) {
      const hits: Hit[] = [];
      probe.each(text, (place) =>
        eachEntryAt(text, place, (entry) => {
          const hit = standsAt(text, place, entry, language);
          if (hit) hits.push(hit);
        }),
      );
      return withoutOverlaps(hits);
    },
    places(text) {
      const places: number[] = [];
      probe.each(text, (place) => {
        let first = place + 1;
        eachEntryAt(text, place, (entry) => {
          const start = placeBefore(text, place, entry);
          if (start >= 0 && start < first && placeAfter(text, start, entry) >= 0) first = start;
        });
        if (first <= place) places.push(first);
      });
      return inOrder(places);
    },
  };
}

function withKeys(entries: Entry[]): Group {
  const group: Group = { entries, byKey: null, isLengthInUse: new Uint8Array(keyLength + 1) };
  if (entries.length <= mostInRow) return group;
  group.byKey = new Map();
  for (const entry of entries) {
    const { key, length } = wholeAnchorKey(entry.text, entry.anchorAt, keyLength);
    group.isLengthInUse[length] = 1;
    const chain = group.byKey.get(key);
    if (chain) chain.push(entry);
    else group.byKey.set(key, [entry]);
  }
  return group;
}

/** Ascending, each once. */
const inOrder = (places: readonly number[]) => [...new Set(places)].sort((one, other) => one - other);

/** Where a name whose anchor stands at `place` begins; −1 when the units before do not fit. */
function placeBefore(text: string, place: number, entry: Entry): number {
  let k = place;
  for (let n = entry.anchorAt - 1; n >= 0; n--) {
    const unit = entry.text.charCodeAt(n);
    if (--k < 0 || !isSame(text.charCodeAt(k), unit)) return -1;
    if (unit === 32) while (plain(text.charCodeAt(k - 1)) === 32) k--;
  }
  return k;
}

/** Where the name that begins at `start` ends, a space standing for any run of spaces or a hyphen; −1 if it is not it. */
function placeAfter(text: string, start: number, { text: name, wantsCapital: mustHoldOne }: Entry): number {
  let k = start;
  for (let n = 0; n < name.length; n++) {
    const unit = name.charCodeAt(n);
    if (!isSame(text.charCodeAt(k++), unit)) return -1;
    if (unit === 32) while (plain(text.charCodeAt(k)) === 32) k++;
  }
  if (mustHoldOne && !holdsCapital(text, start, k)) return -1;
  return k;
}

function isSame(given: number, wanted: number): boolean {
  if (given === wanted) return true;
  const a = plain(given);
  const b = plain(wanted);
  return a === b || (b === 32 && a === 45);
}

/**
 * Whether the letters' case lets the surface be the name: as written, in capitals, or with the inner capitals dropped.
 * An abbreviation wants its capitals, and a risky name of several words a capital wherever the name has one.
 */
export function acceptsCase(surface: string, name: string, rule: NameCase, isRisky: boolean): boolean {
  if (rule === 'any' || surface === name) return true;
  if (rule === 'exact') return sameCapitals(surface, name, () => true);
  const upper = surface.toUpperCase();
  if (name.toUpperCase() === name && name.toLowerCase() !== name)
    return sameCapitals(surface, name, () => true);
  if (surface === upper && surface.length > 2) return true;
  const isWordStart = (at: number) => at === 0 || scriptOf(name.charCodeAt(at - 1)) === 0;
  return sameCapitals(surface, name, (at) => (isRisky ? isWordStart(at) : at === 0));
}

/** Whether each capital of the name that `matters` is one in the surface; signs and spaces may differ in shape and count. */
function sameCapitals(surface: string, name: string, matters: (at: number) => boolean): boolean {
  let k = 0;
  for (let n = 0; n < name.length; n++, k++) {
    if (matters(n)) {
      const wanted = isCapital(name.charCodeAt(n));
      const given = isCapital(surface.charCodeAt(k));
      // A name that begins small may open a sentence.
      if (wanted !== given && !(n === 0 && given)) return false;
    }
    if (name.charCodeAt(n) === 32) while (plain(surface.charCodeAt(k + 1)) === 32) k++;
  }
  return true;
}

function withoutOverlaps(hits: Hit[]): Hit[] {
  if (hits.length < 2) return hits;
  hits.sort((a, b) => a.start - b.start || b.end - a.end || b.names.length - a.names.length);
  const kept: Hit[] = [];
  for (const hit of hits) {
    const last = kept.at(-1);
    if (!last || hit.start >= last.end) kept.push(hit);
    else if (hit.start === last.start && hit.end === last.end && !sharesAll(hit, last))
      kept[kept.length - 1] = { ...last, names: [...new Set([...last.names, ...hit.names])] };
  }
  return kept;
}

const sharesAll = (hit: Hit, other: Hit) => hit.names.every((name) => other.names.includes(name));
