/** Packs the names of the name index for the small script in every page. Used when compiling, never in a page. */
import { CJK, scriptOf } from './characters.ts';
import {
  unpackHead,
  unpackNames,
  unpackParts,
  unpackRule,
  type IndexParts,
  type NameIndexData,
} from './index-format.ts';
import {
  asName,
  kindMark,
  kinds,
  lookoutPartUnits,
  sharedMarks,
  type LookoutIndexData,
  type LookoutName,
} from './lookout-index.ts';
import { byBeginning, partsOf } from './name-parts.ts';
import { anchorsOf } from './pack-anchors.ts';
import { packProbe } from './pack-probe.ts';
import { chooseSigns } from './pack-signs.ts';

/** As many as there is room for. */
const unitsInExpression = 3;

/** Deterministic: same index, same bytes. Throws on a name that holds a mark of the packed form. */
export function packLookout(index: NameIndexData): LookoutIndexData {
  const names = namesThatStandAlone(unpackParts(index));
  const parts = [...byBeginning(names, anchorsOf(names), lookoutPartUnits[1])].map(([beginning, some]) => ({
    beginning,
    text: frontCoded(some, beginning),
  }));
  const { signs, shorten } = chooseSigns(parts.map(({ text }) => text));
  const groups = Map.groupBy(parts, ({ beginning }) => beginning.charAt(0));
  return {
    names: [...groups]
      .map(([first, some]) => {
        const lines = some.map(({ beginning, text }) => beginning.slice(1) + shorten(text));
        return first + lines.join('\n');
      })
      .join('\n\n'),
    signs,
    probe: packProbe(names, unitsInExpression),
  };
}

interface StandingName extends LookoutName {
  isAnyCase: boolean;
  /** Where it stands, it is soon enough if the rest is loaded after the background was asked about a doubtful name in it. */
  mayBeAskedAbout: boolean;
}

/**
 * The names that can bring a page its first mention, in order of kind and text. A `with-kin` name ("World") wants another name of
 * its own kind beside it, and an instrument ("GDPR") a vendor: a page that has nothing else has no mention, and most
 * pages have such a word.
 */
function namesThatStandAlone(parts: IndexParts): StandingName[] {
  const entities = parts.entities.split('\n').map(unpackHead);
  const rules = parts.rules.split('\n').map(unpackRule);
  const names = [...partsOf(parts.names).values()].flatMap(unpackNames);
  const needOf = (rule: number) => rules[rule]!.need;
  /** What a `with-kin` name of some vendor may be proven by. */
  const proofs = new Set(
    names.flatMap(({ entity, rule }) => (needOf(rule) === 'with-kin' ? entities[entity]!.kin : [])),
  );
  const displayNames = new Set(entities.map(({ name }) => name));
  /** By its name or by that and what it is ("Pegasus spyware"): there the first mark waits for nothing. */
  const isMostlyCalled = (text: string) => displayNames.has(text) || / \p{Ll}+$/u.test(text);
  const found = new Map<string, StandingName>();
  for (const { text, entity, rule } of names) {
    const isWanting = entities[entity]!.onlyBesideVendors && !proofs.has(entity);
    if (needOf(rule) === 'with-kin' || isWanting) continue;
    const nameCase = rules[rule]!.case;
    // Such a name may be proven by an instrument that stands elsewhere in the page, or prove one: the text around it cannot tell
    // that it is not meant, so it counts as sure here.
    const hangsOnOthers = [entity, ...entities[entity]!.kin].some((one) => entities[one]!.onlyBesideVendors);
    const need = hangsOnOthers ? 'sure' : needOf(rule);
    const kind = kinds.findIndex((one) => one.case === nameCase && one.need === need);
    const key = `${kind} ${text}`;
    // Two entities may bear it.
    const isAskable = found.get(key)?.mayBeAskedAbout ?? true;
    const mayBeAskedAbout = isAskable && !hangsOnOthers && !isMostlyCalled(text);
    found.set(key, { text, kind, isAnyCase: nameCase === 'any', mayBeAskedAbout });
  }
  const sorted = [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, name]) => name);
  return withoutLonger(sorted);
}

/**
 * Without names that hold another as a word of theirs ("Dahua Technology USA Inc." holds "Dahua"): where the longer one stands,
 * the page is told by the shorter, and where that is doubtful ("Axon Fusus" holds "Axon"), the background is asked, which knows
 * both. Each name costs every page its bytes.
 */
function withoutLonger(names: readonly StandingName[]): StandingName[] {
  const caseOf = ({ kind }: StandingName) => kinds[kind]!.case;
  /**
   * Whether the shorter one matches in every writing in which the longer one does. One of capitals wants them all, and a longer
   * name does not: Italian papers write "Zte Corporation". (Only by its first capital a name is hardly ever written.)
   */
  const isAsFree = (shorter: StandingName, longer: StandingName) =>
    caseOf(shorter) === 'any' ||
    caseOf(longer) === 'exact' ||
    (caseOf(shorter) === caseOf(longer) && (isInCapitals(longer.text) || !isInCapitals(shorter.text)));
  const tells = (shorter: StandingName, longer: StandingName) =>
    longer.mayBeAskedAbout || kinds[shorter.kind]!.need === 'sure';
  return names.filter(
    (longer) =>
      !names.some(
        (shorter) =>
          shorter.text.length < longer.text.length &&
          tells(shorter, longer) &&
          isAsFree(shorter, longer) &&
          standsIn(shorter.text, longer.text),
      ),
  );
}

/** Whether the shorter name stands in the longer one as a word, or without spaces in a script that has none. */
const standsIn = (shorter: string, longer: string) =>
  [shorter.charCodeAt(0), shorter.charCodeAt(shorter.length - 1)].every((unit) => scriptOf(unit) === CJK)
    ? longer.includes(shorter)
    : [' ', ','].some((end) => ` ${longer} `.includes(` ${shorter}${end}`));

const isInCapitals = (text: string) => text.toUpperCase() === text && text.toLowerCase() !== text;

const mark = new RegExp(`[${kindMark}${sharedMarks}]`);

function frontCoded(names: readonly LookoutName[], beginning: string): string {
  let last = { text: asName(beginning), kind: 0 };
  return names
    .map((name) => {
      const { text, kind } = name;
      if (mark.test(text)) throw new Error(`“${text}” holds a mark of the packed form`);
      let shared = 0;
      while (shared + 1 < sharedMarks.length && shared < text.length && text[shared] === last.text[shared])
        shared++;
      const change = kindMark.repeat(kind - last.kind);
      last = name;
      return change + sharedMarks.charAt(shared) + text.slice(shared);
    })
    .join('');
}
