/**
 * The first look at a text: does any name's anchor stand in it, and where?
 *
 * A name's anchor is its first capital or digit and up to three units after it. One native regular expression of all
 * anchors, without word edges, lets the engine skip ahead from capital to capital; names without a capital or digit go
 * into a second expression, because a single lower-case alternative would end that skipping. Above a few thousand
 * anchors the expression loses to a bit set over a rolling hash, so then that is used, with longer anchors. Cost: one
 * pass over the text, whatever the text. Figures: DECISIONS.md.
 */
import { isCapital, isDigit, plain } from './characters.ts';

/** How long anchors are; longer where hits would be too many: in large sets, and where no capital makes them rare. */
const shortAnchor = 4;
const longAnchor = 8;
/** More names than this are looked for by hash. */
const mostForExpression = 6000;
const hashBits = 21;

/** By how many units names are kept in chains, at most: enough to make chains short. */
export const keyLengthFor = (nameCount: number) => (nameCount > mostForExpression ? longAnchor : 5);

/** Where a name's anchor begins: its first capital or digit, else 0. */
export function anchorOffset(name: string): number {
  for (let k = 0; k < name.length; k++) {
    const unit = name.charCodeAt(k);
    if (isCapital(unit) || isDigit(unit)) return k;
  }
  return 0;
}

/** The anchor in every way of writing that `acceptsCase` lets pass, so that no name is missed. */
export function anchorForms(name: string, isAnyCase: boolean, length: number): string[] {
  const anchor = name.slice(anchorOffset(name)).slice(0, length);
  const first = anchor.slice(0, 1);
  const rest = anchor.slice(1);
  const upper = first.toUpperCase();
  const forms = new Set([anchor, upper + rest, anchor.toUpperCase(), upper + rest.toLowerCase()]);
  forms.add(
    anchor.replace(/(^|[ -])(.)/g, (_, space: string, letter: string) => space + letter.toUpperCase()),
  );
  if (isAnyCase) forms.add(anchor.toLowerCase());
  // Upper-casing may lengthen (ß): such a form could reach past the name's end.
  return [...forms].map((form) => form.slice(0, length));
}

/**
 * Calls back with a number for each prefix of the anchor at `place`, shortest first, until it answers true or `most`
 * units are in. Units count as plain, hyphens as spaces, a run of spaces as one, so that every way of writing an anchor
 * has the same numbers.
 */
export function anchorKeys(
  text: string,
  place: number,
  most: number,
  take: (key: number, length: number) => boolean,
): void {
  let key = seed;
  let k = place;
  for (let length = 1; length <= most && k < text.length; length++) {
    const unit = keyUnit(text.charCodeAt(k++));
    if (unit === 32) while (keyUnit(text.charCodeAt(k)) === 32) k++;
    key = step(key, unit);
    if (take(key, length)) return;
  }
}

/** The number of a whole anchor of at most `most` units, and how many units it has. */
export function wholeAnchorKey(text: string, place: number, most: number): { key: number; length: number } {
  const whole = { key: seed, length: 0 };
  anchorKeys(text, place, most, (key, length) => {
    whole.key = key;
    whole.length = length;
    return false;
  });
  return whole;
}

/** The unit as it counts in numbers: plain, and a hyphen as a space. */
export function keyUnit(given: number): number {
  const unit = plain(given);
  return unit === 45 ? 32 : unit;
}

export interface Probe {
  /** True where an anchor stands somewhere in the text. */
  test(text: string): boolean;
  /** Calls back for each place at which an anchor stands; each place once per expression, in order. */
  each(text: string, found: (place: number) => void): void;
}

export interface AnchoredName {
  text: string;
  isAnyCase: boolean;
}

/** The sources of the expressions for these names: one for anchors that start apart, one for the others; [] for too many. */
export function probeSources(names: readonly AnchoredName[]): string[] {
  if (names.length > mostForExpression) return [];
  const forms = (length: number) =>
    [...new Set(names.flatMap(({ text, isAnyCase }) => anchorForms(text, isAnyCase, length)))].filter(
      Boolean,
    );
  const startsApart = (form: string) => isCapital(form.charCodeAt(0)) || isDigit(form.charCodeAt(0));
  return [forms(shortAnchor).filter(startsApart), forms(longAnchor).filter((form) => !startsApart(form))]
    .filter((group) => group.length > 0)
    .map((group) => triePattern(group));
}

/** Builds the probe from its sources, or from the names themselves when there are too many for an expression. */
export function createProbe(sources: readonly string[], names: () => readonly AnchoredName[]): Probe {
  if (sources.length > 0) return expressionProbe(sources);
  const all = names();
  return hashProbe(
    [...new Set(all.flatMap(({ text, isAnyCase }) => anchorForms(text, isAnyCase, longAnchor)))].filter(
      Boolean,
    ),
  );
}

/** One pattern for all forms, common beginnings written once. A form that another one begins with adds nothing. */
function triePattern(forms: readonly string[]): string {
  const byFirst = new Map<string, string[]>();
  for (const form of [...forms].sort()) {
    const rests = byFirst.get(form[0]!) ?? [];
    byFirst.set(form[0]!, rests);
    rests.push(form.slice(1));
  }
  const branches = [...byFirst].map(
    ([first, rests]) => signPattern(first) + (rests.includes('') ? '' : triePattern(rests)),
  );
  if (branches.length === 1) return branches[0]!;
  return branches.every((branch) => branch.length === 1)
    ? `[${branches.join('')}]`
    : `(?:${branches.join('|')})`;
}

/** A sign in all the shapes that count as it. */
function signPattern(sign: string): string {
  if (sign === ' ' || sign === '-') return '[\\s\u2010-\u2015\u2212\u05be\ufe63-]+';
  if (sign === "'") return "['`\u00b4\u2018\u2019\u201b]";
  return /[\\^$.*+?()[\]{}|/]/.test(sign) ? `\\${sign}` : sign;
}

function expressionProbe(sources: readonly string[]): Probe {
  const expressions = sources.map((source) => new RegExp(source, 'g'));
  return {
    test: (text) =>
      expressions.some((expression) => {
        expression.lastIndex = 0;
        return expression.test(text);
      }),
    each(text, found) {
      for (const expression of expressions) {
        expression.lastIndex = 0;
        for (let match = expression.exec(text); match; match = expression.exec(text)) {
          found(match.index);
          expression.lastIndex = match.index + 1;
        }
      }
    },
  };
}

/**
 * Bits in one table: for each anchor, one for its whole key and one for the key's first four units. At each unit that
 * some anchor begins with, the text's own rolling hash is looked up for every length in use.
 */
function hashProbe(forms: string[]): Probe {
  const bits = new Int32Array(1 << (hashBits - 5));
  const has = (hash: number) => {
    const bit = bitOf(hash);
    return (bits[bit >>> 5]! & (1 << (bit & 31))) !== 0;
  };
  const set = (hash: number) => {
    const bit = bitOf(hash);
    bits[bit >>> 5]! |= 1 << (bit & 31);
  };
  const isLengthInUse = new Uint8Array(longAnchor + 1);
  const isFirst = new Uint8Array(0x10000);
  for (const form of forms) {
    isFirst[form.charCodeAt(0)] = 1;
    const whole = wholeAnchorKey(form, 0, longAnchor);
    isLengthInUse[whole.length] = 1;
    set(whole.key ^ whole.length);
    if (whole.length >= shortAnchor) set(wholeAnchorKey(form, 0, shortAnchor).key);
  }
  const standsAt = (text: string, place: number) => {
    let stands = false;
    anchorKeys(text, place, longAnchor, (key, length) => {
      stands = isLengthInUse[length] === 1 && has(key ^ length);
      return stands || (length === shortAnchor && !has(key));
    });
    return stands;
  };
  const next = (text: string, from: number) => {
    for (let place = from; place < text.length; place++) {
      if (isFirst[text.charCodeAt(place)] && standsAt(text, place)) return place;
    }
    return -1;
  };
  return {
    test: (text) => next(text, 0) >= 0,
    each(text, found) {
      for (let place = next(text, 0); place >= 0; place = next(text, place + 1)) found(place);
    },
  };
}

const seed = 0x811c9dc5 | 0;
const step = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x9e3779b1) ^ (hash >>> 15);
const bitOf = (hash: number) => (hash ^ (hash >>> 11)) & ((1 << hashBits) - 1);
