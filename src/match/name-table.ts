/** All names by their anchor, and the closer look that tells which of them stand at a place. */
import { anchorAt, beginningAt, holdsCapital, wantsCapital } from './anchors.ts';
import { HANGUL, isCapital, NONE, plain, scriptOf } from './characters.ts';
import { beginsThere, declinesLatin, endsThere, stemOf } from './edges.ts';
import type { NameCase, NameNeed } from './index-format.ts';
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
  /** Some of the names mean other things too. */
  isRisky: boolean;
  /** Where in the text its anchor is. */
  anchorAt: number;
  /** It is found only where a capital or digit stands in it. */
  wantsCapital: boolean;
  /** Long enough to be told by its letters alone, so that a case ending may follow. */
  mayInflect: boolean;
  /** The text is a name without its last letter, as it is declined: an ending has to follow. */
  isStem: boolean;
}

/** Which entries may stand at a place is remembered by its first units: nearly all places begin like one before. */
const nearUnits = 4;
/** More than one page needs. In a page that grows for hours, remembering starts over. */
const mostRemembered = 10_000;

/** Packed names, in parts by how their anchors begin. */
export interface NameSource {
  /** By how many units of their anchors the names are put in parts, at least and at most. */
  units: readonly [least: number, most: number];
  /** The part with that beginning, by `beginningAt`; asked once for each, when needed. */
  part: (beginning: string) => string | undefined;
  /** Unpacks the part with that beginning; asked once for each. Names that are written alike follow one another. */
  read: (part: string, beginning: string) => TableName[];
}

export interface Hit {
  start: number;
  end: number;
  names: readonly number[];
}

export interface NameTable {
  /** Every name that stands in the text as whole words, longest first, not overlapping, in order. */
  find(text: string, language: string | undefined): Hit[];
  /**
   * Where names begin by their letters alone, whatever stands around them: ascending, a superset of what `find` finds. Given
   * `beyond`, only names whose letters end behind it.
   */
  places(text: string, beyond?: number): number[];
}

/** Cheap to make: the source is asked at the probe's first hit, and only for names that begin like something in a text. */
export function createNameTable(probe: Probe, { units, part: partOf, read }: NameSource): NameTable {
  const [least, most] = units;
  const groups = new Map<string, readonly Entry[]>();
  const near = new Map<string, readonly Entry[]>();

  /** The entries that may stand with their anchors at `place`, by the units there. */
  function entriesAt(text: string, place: number): readonly Entry[] {
    const given = text.slice(place, place + nearUnits);
    const known = near.get(given);
    if (known) return known;
    const begun = beginningAt(given, 0, nearUnits);
    // A run of spaces counts as one unit: then these few units hold too little to go by.
    if (begun.length < given.length) return entriesThatBegin(beginningAt(text, place, most), '');
    const entries = entriesThatBegin(begun.slice(0, most), given);
    if (near.size >= mostRemembered) near.clear();
    near.set(given, entries);
    return entries;
  }

  function entriesThatBegin(beginning: string, given: string): Entry[] {
    const found: Entry[] = [];
    for (let length = least; length <= beginning.length; length++)
      for (const entry of groupOf(beginning.slice(0, length))) if (mayGoOnAs(entry, given)) found.push(entry);
    return found;
  }

  function groupOf(beginning: string): readonly Entry[] {
    let group = groups.get(beginning);
    if (!group) {
      const part = partOf(beginning);
      group = part === undefined ? [] : entriesOf(read(part, beginning), beginning);
      groups.set(beginning, group);
    }
    return group;
  }

  return {
    find(text, language) {
      const hits: Hit[] = [];
      let known: boolean | undefined;
      const declines = () => (known ??= declinesLatin(text, language));
      probe.each(text, (place) => {
        for (const entry of entriesAt(text, place)) {
          const hit = hitAt(text, place, entry, declines);
          if (hit) hits.push(hit);
        }
      });
      return withoutOverlaps(hits);
    },
    places(text, beyond = -1) {
      const places: number[] = [];
      probe.each(text, (place) => {
        let first = place + 1;
        for (const entry of entriesAt(text, place)) {
          const start = placeBefore(text, place, entry);
          if (start >= 0 && start < first && placeAfter(text, start, entry) > beyond) first = start;
        }
        if (first <= place) places.push(first);
      });
      return inOrder(places);
    },
  };
}

/** The ways of writing these names, whose anchors all begin so; declined stems behind the whole names. */
function entriesOf(names: readonly TableName[], beginning: string): Entry[] {
  const entries: Entry[] = [];
  for (const { text, number, need, case: nameCase } of names) {
    const isRisky = need !== 'sure';
    const last = entries.at(-1);
    if (last?.text === text) {
      last.names.push(number);
      last.isRisky ||= isRisky;
      continue;
    }
    entries.push({
      text,
      names: [number],
      case: nameCase,
      isRisky,
      anchorAt: anchorAt(text, beginning),
      wantsCapital: wantsCapital({ text, isAnyCase: nameCase === 'any' }),
      mayInflect: mayInflect(text),
      isStem: false,
    });
  }
  for (const entry of entries.slice()) {
    const stem = stemOf(entry.text);
    if (stem) entries.push({ ...entry, text: stem, mayInflect: true, isStem: true });
  }
  return entries;
}

/** The entry as a hit if it stands with its anchor at `place` as whole words, in letters of the right case. */
function hitAt(text: string, place: number, entry: Entry, declines: () => boolean): Hit | null {
  const start = placeBefore(text, place, entry);
  if (start < 0 || !beginsThere(text, start)) return null;
  const end = placeAfter(text, start, entry);
  if (end < 0) return null;
  const stop = endsThere(text, end, entry.mayInflect, declines);
  if (stop < 0 || (entry.isStem && stop === end)) return null;
  if (!acceptsCase(text.slice(start, end), entry.text, entry.case, entry.isRisky)) return null;
  return { start, end: stop, names: entry.names };
}

/** Ascending, each once. */
const inOrder = (places: readonly number[]) => [...new Set(places)].sort((one, other) => one - other);

/** Whether `given` fits the entry from its anchor on, as far as it goes. */
function mayGoOnAs({ text: name, anchorAt }: Entry, given: string): boolean {
  let k = 0;
  for (let n = anchorAt; n < name.length && k < given.length; n++) {
    const unit = name.charCodeAt(n);
    if (!isSame(given.charCodeAt(k++), unit)) return false;
    if (unit === 32) while (plain(given.charCodeAt(k)) === 32) k++;
  }
  return true;
}

/** Whether endings may be written onto the name: short ones would be other words with them. A Korean letter is a whole syllable. */
function mayInflect(name: string): boolean {
  if (scriptOf(name.charCodeAt(name.length - 1)) === HANGUL) return name.length > 2;
  return name.length > 4 || (name.length > 3 && name.charCodeAt(0) > 0x24f);
}

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

/** Where the name that begins at `start` ends; −1 if it does not stand there. A space in it matches any run of spaces, or a hyphen. */
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
function acceptsCase(surface: string, name: string, rule: NameCase, isRisky: boolean): boolean {
  if (rule === 'any' || surface === name) return true;
  if (rule === 'exact') return sameCapitals(surface, name, () => true);
  const upper = surface.toUpperCase();
  if (name.toUpperCase() === name && name.toLowerCase() !== name)
    return sameCapitals(surface, name, () => true);
  if (surface === upper && surface.length > 2) return true;
  const isWordStart = (at: number) => at === 0 || scriptOf(name.charCodeAt(at - 1)) === NONE;
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
