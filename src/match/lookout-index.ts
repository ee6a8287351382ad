/**
 * Names and nothing else, those that can bring a page its first mention (`pack-lookout.ts`): enough to tell that some name
 * stands in a text, not whose it is or whether it is meant.
 * The small script in every page carries this; what decides the sense is loaded only where a name was found.
 */
import { createFirstLook } from './first-look.ts';
import { cases } from './index-format.ts';
import { normalise } from './normalise.ts';
import type { PackedProbe } from './probe.ts';
import type { Hit } from './name-table.ts';
import type { Candidate, NameFinder } from './types.ts';

/**
 * The packed form.
 * - `names`: in parts by how their anchors begin, those that begin with the same unit together: that unit, then a part on each
 *   line; a blank line stands between. A part: the second unit of its beginning, then its names. A name: a `kindMark` for
 *   each kind that comes after the one before's (at first after the first kind), the sign in `sharedMarks` of how many units
 *   it begins with as the one before does (at first as the part does), and how it goes on.
 * - `signs`: on each line a sign and the units that it stands for in parts, behind their first unit.
 */
export interface LookoutIndexData {
  names: string;
  signs: string;
  probe: PackedProbe;
}

/** No name holds these. */
export const kindMark = '|';
export const sharedMarks = ':;<=>?@';

/** As much of a rule as finding needs. */
export const kinds = cases.flatMap((nameCase) =>
  (['sure', 'ambiguous'] as const).map((need) => ({ need, case: nameCase })),
);

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
  let groups: ReadonlyMap<string, string> | undefined;
  let meanings: ReadonlyMap<string, string> | undefined;
  const { find, ...look } = createFirstLook(data.probe, {
    units: lookoutPartUnits,
    part: (beginning) =>
      (groups ??= byFirstUnit(data.names.split('\n\n')))
        .get(beginning.charAt(0))
        ?.split('\n')
        .find((part) => part.startsWith(beginning.charAt(1)))
        ?.slice(1),
    // The lookout does not know whose the names are: their kinds take the place of their numbers.
    read: (part, beginning) =>
      unpackLookoutPart(part, beginning, (meanings ??= byFirstUnit(data.signs.split('\n')))).map(
        ({ text, kind }) => ({ ...kinds[kind]!, text, number: kind }),
      ),
  });
  return {
    ...look,
    findCandidates: (text, language) => find(normalise(text).text, language),
    isSure: (candidate) => (candidate as Hit).names.some((kind) => kinds[kind]!.need === 'sure'),
  };
}

const byFirstUnit = (texts: readonly string[]) =>
  new Map(texts.map((text) => [text.charAt(0), text.slice(1)]));

/** What the first name of a part shares units with: most begin as the part does, with a capital. */
export const asName = (beginning: string) => beginning.charAt(0).toUpperCase() + beginning.slice(1);

function unpackLookoutPart(
  part: string,
  beginning: string,
  meanings: ReadonlyMap<string, string>,
): LookoutName[] {
  const names: LookoutName[] = [];
  let name = { text: asName(beginning), kind: 0 };
  let kind = 0;
  for (const sign of part)
    for (const unit of meanings.get(sign) ?? sign) {
      const shared = sharedMarks.indexOf(unit);
      if (unit === kindMark) kind++;
      else if (shared < 0) name.text += unit;
      else names.push((name = { text: name.text.slice(0, shared), kind }));
    }
  return names;
}

/** All names, in order. For tests. */
export function unpackLookout({ names, signs }: LookoutIndexData): LookoutName[] {
  const meanings = byFirstUnit(signs.split('\n'));
  return [...byFirstUnit(names.split('\n\n'))].flatMap(([first, parts]) =>
    parts.split('\n').flatMap((part) => unpackLookoutPart(part.slice(1), first + part.charAt(0), meanings)),
  );
}
