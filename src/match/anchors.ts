/**
 * The first look at a text by expressions: does any name's anchor stand in it, and where?
 *
 * A name's anchor is its first capital or digit and up to three units after it. One native regular expression of all
 * anchors, without word edges, lets the engine skip ahead from capital to capital; names without a capital or digit go
 * into a second expression, because a single lower-case alternative would end that skipping. Where expressions do not
 * pay (thousands of names, small pages) `anchor-bits.ts` looks instead. Figures: DECISIONS.md.
 */
import { createBitProbe, type PackedAnchors } from './anchor-bits.ts';
import { isCapital, isDigit } from './characters.ts';
import { isDisguised } from './normalise.ts';
import type { AnchoredName, Probe } from './probe.ts';

/** How long anchors are; longer where hits would be too many: in large sets, and where no capital makes them rare. */
const shortAnchor = 4;
const longAnchor = 8;
/** More names than this are looked for by hash. */
const mostForExpression = 6000;

/** Where a name's anchor begins: its first capital or digit, else 0. One unit alone would be met everywhere. */
export function anchorOffset(name: string): number {
  for (let k = 0; k + 1 < name.length; k++) {
    const unit = name.charCodeAt(k);
    if (isCapital(unit) || isDigit(unit)) return k;
  }
  return 0;
}

/** The anchor in every way of writing that `acceptsCase` lets pass, so that no name is missed. */
export function anchorForms(name: string, isAnyCase: boolean, length: number): string[] {
  const from = anchorOffset(name);
  const anchor = name.slice(from, from + (name.startsWith(common, from) ? longAnchor : length));
  const first = anchor.slice(0, 1);
  const rest = anchor.slice(1);
  const upper = first.toUpperCase();
  const forms = new Set([anchor, upper + rest, anchor.toUpperCase(), upper + rest.toLowerCase()]);
  forms.add(
    anchor.replace(/(^|[ -])(.)/g, (_, space: string, letter: string) => space + letter.toUpperCase()),
  );
  if (isAnyCase) forms.add(anchor.toLowerCase());
  // Upper-casing may lengthen (ß): such a form could reach past the name's end.
  return [...forms].map((form) => form.slice(0, anchor.length));
}

/** What is met on every page says nothing in four units. */
const common = 'The ';

/** What a probe reads: the sources of expressions, or bits where there are too many names for one. */
export type PackedProbe = readonly string[] | PackedAnchors;

/** Whether so many names are better looked for by bits. */
export const areTooMany = (count: number) => count > mostForExpression;

/** The sources of the expressions for these names: one for anchors that start apart, one for the others. */
export function probeSources(names: readonly AnchoredName[]): string[] {
  const forms = (length: number) =>
    [...new Set(names.flatMap(({ text, isAnyCase }) => anchorForms(text, isAnyCase, length)))].filter(
      Boolean,
    );
  const startsApart = (form: string) => isCapital(form.charCodeAt(0)) || isDigit(form.charCodeAt(0));
  return [forms(shortAnchor).filter(startsApart), forms(longAnchor).filter((form) => !startsApart(form))]
    .filter((group) => group.length > 0)
    .map((group) => triePattern(group));
}

export const createProbe = (packed: PackedProbe): Probe =>
  'bits' in packed ? createBitProbe(packed) : expressionProbe(packed);

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
      return isDisguised(text);
    },
    anchorAt: ({ text }) => anchorOffset(text),
  };
}
