/** All names by their anchor, and the closer look that tells which of them stand at a place. */
import { anchorKeys, holdsCapital, keyLength, keyUnit, wantsCapital, wholeAnchorKey } from './anchor-bits.ts';
import { isCapital, plain, scriptOf } from './characters.ts';
import { beginsThere, endsThere, stemOf } from './edges.ts';
import type { NameCase, Rule, UnpackedNames } from './index-format.ts';
import type { Probe } from './probe.ts';

/** One way of writing, and the numbers of the names that are written so (two entities may share one). */
interface Entry {
  text: string;
  names: number[];
  anchorAt: number;
  wantsCapital: boolean;
  mayInflect: boolean;
  isStem: boolean;
}

export interface NamesWithRules {
  names: UnpackedNames;
  rules: readonly Rule[];
}

/** The entries whose anchors begin with the same two units, by the number of the anchor's first units. */
interface Chains {
  byKey: Map<number, Entry[]>;
  isLengthInUse: Uint8Array;
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
   * Where names begin by their letters alone, whatever stands around them: ascending, a superset of what `find` finds. And
   * whether the text holds anything that `normalise` would take out.
   */
  places(text: string): { places: number[]; isDisguised: boolean };
}

/** Cheap to make: `unpacked` is called at the probe's first hit, and only names that begin like something in a text are put into chains. */
export function createNameTable(probe: Probe, unpacked: () => NamesWithRules): NameTable {
  let names: UnpackedNames;
  let rules: readonly Rule[];
  let byBeginning: Map<number, number[]> | undefined;
  const chainsOf = new Map<number, Chains>();

  function parted(): Map<number, number[]> {
    ({ names, rules } = unpacked());
    const parts = new Map<number, number[]>();
    names.texts.forEach((text, number) => {
      const beginning = beginningOf(text, probe.anchorAt({ text, isAnyCase: isAnyCase(number) }));
      const known = parts.get(beginning);
      if (known) known.push(number);
      else parts.set(beginning, [number]);
    });
    return parts;
  }
  const isAnyCase = (number: number) => rules[names.ruleOf[number]!]!.case === 'any';
  const caseOf = (entry: Entry): NameCase => rules[names.ruleOf[entry.names[0]!]!]!.case;
  const isRisky = (entry: Entry) => entry.names.some((name) => rules[names.ruleOf[name]!]!.need !== 'sure');

  function chainsAt(text: string, place: number): Chains {
    const beginning = beginningOf(text, place);
    const known = chainsOf.get(beginning);
    if (known) return known;
    byBeginning ??= parted();
    const made = createChains(byBeginning.get(beginning) ?? []);
    chainsOf.set(beginning, made);
    return made;
  }

  return {
    find(text, language) {
      const hits: Hit[] = [];
      probe.each(text, (place) => {
        const { byKey, isLengthInUse } = chainsAt(text, place);
        anchorKeys(text, place, keyLength, 0, (key, length) => {
          const chain = isLengthInUse[length] ? byKey.get(key) : undefined;
          if (!chain) return false;
          for (const entry of chain) {
            const hit = standsAt(text, place, entry, language);
            if (hit) hits.push(hit);
          }
          return false;
        });
      });
      return withoutOverlaps(hits);
    },
    places(text) {
      const places: number[] = [];
      const isDisguised = probe.each(text, (place) => {
        const { byKey, isLengthInUse } = chainsAt(text, place);
        let first = place + 1;
        anchorKeys(text, place, keyLength, 0, (key, length) => {
          const chain = isLengthInUse[length] ? byKey.get(key) : undefined;
          if (!chain) return false;
          for (const entry of chain) {
            const start = placeBefore(text, place, entry);
            if (start >= 0 && start < first && placeAfter(text, start, entry) >= 0) first = start;
          }
          return false;
        });
        if (first <= place) places.push(first);
      });
      return { places: inOrder(places), isDisguised };
    },
  };

  function createChains(numbers: readonly number[]): Chains {
    const chains: Chains = { byKey: new Map(), isLengthInUse: new Uint8Array(keyLength + 1) };
    const byText = new Map<string, Entry>();
    for (const number of numbers) {
      const text = names.texts[number]!;
      const known = byText.get(text);
      if (known) {
        known.names.push(number);
        continue;
      }
      const mayInflect = text.length > 5 || (text.length > 3 && text.charCodeAt(0) > 0x24f);
      const name = { text, isAnyCase: isAnyCase(number) };
      const entry: Entry = {
        text,
        names: [number],
        anchorAt: probe.anchorAt(name),
        wantsCapital: wantsCapital(name),
        mayInflect,
        isStem: false,
      };
      byText.set(text, entry);
      add(chains, entry);
      const stem = stemOf(text);
      if (stem) add(chains, { ...entry, text: stem, mayInflect: true, isStem: true });
    }
    return chains;
  }

  function add({ byKey, isLengthInUse }: Chains, entry: Entry) {
    const { key, length } = wholeAnchorKey(entry.text, entry.anchorAt, keyLength);
    isLengthInUse[length] = 1;
    const chain = byKey.get(key);
    if (chain) chain.push(entry);
    else byKey.set(key, [entry]);
  }

  function standsAt(text: string, place: number, entry: Entry, language: string | undefined): Hit | null {
    const start = placeBefore(text, place, entry);
    if (start < 0 || !beginsThere(text, start)) return null;
    const end = placeAfter(text, start, entry);
    if (end < 0) return null;
    const risky = isRisky(entry);
    const stop = endsThere(text, end, entry.mayInflect, language);
    if (stop < 0 || (entry.isStem && stop === end)) return null;
    if (!acceptsCase(text.slice(start, end), entry.text, caseOf(entry), risky)) return null;
    return { start, end: stop, names: entry.names };
  }
}

/** Ascending, each once. */
const inOrder = (places: readonly number[]) => [...new Set(places)].sort((one, other) => one - other);

/** Two units: few names share them, so that little is made for what a page does not hold. No anchor is shorter. */
const beginningOf = (text: string, place: number) =>
  (keyUnit(text.charCodeAt(place)) << 16) | keyUnit(text.charCodeAt(place + 1));

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
