/**
 * Names and nothing else, those that can bring a page its first mention (`pack-lookout.ts`): enough to tell that some name
 * stands in a text, not whose it is or whether it is meant.
 * The small script in every page carries this; what decides the sense is loaded only where a name was found.
 */
import { createFirstLook } from './first-look.ts';
import { cases } from './index-format.ts';
import { partsOf } from './name-parts.ts';
import { normalise } from './normalise.ts';
import type { PackedProbe } from './probe.ts';
import type { Hit } from './name-table.ts';
import type { Candidate, NameFinder } from './types.ts';

/**
 * The packed form. `names`: parts as in `name-parts.ts`, a name on a line: the sign of its kind if it is not that of the one
 * before (the first kind at a part's beginning), then with the first units that it shares with the one before (at first with
 * the part's beginning) replaced by their number (one base-36 digit), and common words by signs.
 */
export interface LookoutIndexData {
  names: string;
  probe: PackedProbe;
}

/** Each stands for one of `commonParts`; no name holds one. */
export const shortSigns = '!#%;<=>?@]^_|}~[$"{()/:';
/** What names have most in common, in the order of what each saved when chosen: the script of every page holds all names. */
export const commonParts: readonly string[] = [
  ' Technolog', 'ation', ' In', ' Co., Ltd.', 'te', 'or', ' Group', 'an', 'on', ' Security', ' S', 'es', 'in', 'er', 'ic', ' L', 'en',
  ' C', 'al', 'ar', 'is', 'ec', 'it',
]; // prettier-ignore
export const shortSign = /[!#%;<=>?@\]^_|}~[$"{()/:]/g;

/** As much of a rule as finding needs; those that mean what they name come first. */
export const kinds = (['sure', 'ambiguous'] as const).flatMap((need) =>
  cases.map((nameCase) => ({ need, case: nameCase })),
);
const sureKinds = cases.length;

/** Bits leave few places to look at: parts need not be small, and fewer take less room. */
export const lookoutPartUnits = [2, 2] as const;

export interface LookoutName {
  text: string;
  /** Index of `kinds`. */
  kind: number;
}

export interface LookoutIndex extends NameFinder {
  /** Whether a name stands there that mostly means what it names; the others want proof beside them. Of its own candidates. */
  isSure(candidate: Candidate): boolean;
}

/** Of its candidates only this holds: there are some wherever the matcher decides for a mention. */
export function createLookoutIndex(data: LookoutIndexData): LookoutIndex {
  const { find, ...look } = createFirstLook(data.probe, {
    units: lookoutPartUnits,
    parts: () => partsOf(data.names),
    // The lookout does not know whose the names are: their kinds take the place of their numbers.
    read: (part, beginning) =>
      unpackLookoutPart(part, beginning).map(({ text, kind }) => ({ ...kinds[kind]!, text, number: kind })),
  });
  return {
    ...look,
    findCandidates: (text, language) => find(normalise(text).text, language),
    isSure: (candidate) => (candidate as Hit).names.some((kind) => kind < sureKinds),
  };
}

/** What the first name of a part shares units with: most begin as the part does, with a capital. */
export const asName = (beginning: string) => beginning.charAt(0).toUpperCase() + beginning.slice(1);

export function unpackLookoutPart(part: string, beginning: string): LookoutName[] {
  let last = asName(beginning);
  let kind = 0;
  return part.split('\n').map((line) => {
    const sign = line.charCodeAt(0) - firstSign;
    const isOther = sign >= 0 && sign < kinds.length;
    if (isOther) kind = sign;
    const from = isOther ? 1 : 0;
    const rest = line.slice(from + 1).replace(shortSign, (short) => commonParts[shortSigns.indexOf(short)]!);
    last = last.slice(0, parseInt(line[from]!, 36)) + rest;
    return { text: last, kind };
  });
}

/** The sign of the first kind; the others follow. */
export const firstSign = 'A'.charCodeAt(0);
