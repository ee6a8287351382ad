/** Makes the first look at names: expressions for how their anchors begin, and bits of the anchors. Used when compiling. */
import { packBits } from './anchor-bits.ts';
import { beginningAt, type AnchoredName } from './anchors.ts';
import { plain } from './characters.ts';
import { stemOf } from './edges.ts';
import { anchorsOf } from './pack-anchors.ts';
import type { PackedProbe } from './probe.ts';

/** An expression that knows this many units of each anchor leaves so few places that bits would cost more than they save. */
const enough = 4;
/** Of anchors at small letters it knows this many: most of a text is in small letters, and few names have such an anchor. */
const enoughSmall = 6;
/**
 * Of other scripts, which have thousands of letters, two leave few places to the bits, and each more takes much room in the
 * script. So do two of the beginnings that capitalised words had at most twenty times in a megabyte, counted in 20 MB of news and
 * advisories; and each page compiles an expression that is a tenth shorter.
 */
const enoughRare = 2;
const rare = new Set([
  'aa', 'ae', 'ao', 'aq', 'ax', 'az', 'bg', 'cg', 'dc', 'dj', 'eh', 'ep', 'eq', 'ey', 'fg', 'g4', 'gh', 'gt',
  'gv', 'hy', 'i2', 'ii', 'ij', 'il', 'je', 'ji', 'jp', 'kb', 'kn', 'kv', 'l3', 'lh', 'm8', 'mf', 'mq', 'mv',
  'og', 'ok', 'oo', 'ox', 'pp', 'pw', 'qo', 'rd', 'rk', 's2', 'sf', 'sz', 'ub', 'uf', 'ut', 'vk', 'vr', 'wg',
  'wu', 'wy', 'xn', 'xp', 'xr', 'xt', 'xu', 'ya', 'yi', 'za', 'zh', 'zi', 'zk', 'zo', 'zt', 'zu',
]); // prettier-ignore
/**
 * Anchors that begin as frequent words do make half of all hits, so two more units are known of them. These are the beginnings of
 * names that capitalised words had more than seventy times in a megabyte, counted in 30 MB of news and advisories, most frequent
 * first.
 */
const moreUnits = 2;
const frequent = new Set([
  'the', 'ai ', 'com', 'lin', 'mic', 'win', 'con', 'for', 'ama', 'pro', 'aut', 'vie', 'wat', 'dat', 'sou',
  'sec', 'and', 'app', 'int', 'ser', 'sta', 'ope', 'art', 'chi', 'res', 'acc', 'man', 'uni', 'us ', 'pre',
]); // prettier-ignore
/** More names than this make an expression of so many units too large. */
const mostForEnough = 6000;

/**
 * Each has an expression of its own. All but the small letters, of which few are wanted and the others frequent, are told as
 * one range: in Chromium that is quicker than telling apart which of them begin anchors, by a third in texts of Latin letters
 * and five times in texts that hold a single curly quote.
 */
const firstUnits = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^]/];

/** By how a unit may be written, what may follow; null where the anchor or the depth ends, so that anything may. */
type Trie = Map<string, Trie | null>;

/** `units`: how many of each anchor the expressions know. Deterministic: same names, same bytes. */
export function packProbe(
  names: readonly AnchoredName[],
  units = names.length > mostForEnough ? 2 : enough,
): PackedProbe {
  const anchorOf = anchorsOf(names);
  const tries = firstUnits.map((): Trie => new Map());
  for (const name of names) {
    const { at, maySmall } = anchorOf(name);
    const unit = name.text.charAt(at);
    for (const form of new Set([unit, ...othersOf(unit), ...(maySmall ? [unit.toLowerCase()] : [])])) {
      if (form.length !== 1) continue;
      const trie = tries[firstUnits.findIndex((some) => some.test(form))]!;
      const more = units > 2 && frequent.has(beginningAt(name.text, at, 3)) ? moreUnits : 0;
      const isRare = units < enough && (trie === tries[3] || rare.has(beginningAt(name.text, at, 2)));
      const most = trie === tries[0] ? enoughSmall : isRare ? enoughRare : units + more;
      for (const text of [name.text, stemOf(name.text) ?? name.text])
        addTo(trie, [exactly(form), ...shapesOf(text.slice(at + 1), most - 1)]);
    }
  }
  return {
    expressions: tries.flatMap((trie, kind) => (trie.size > 0 ? [expression(trie, kind > 0)] : [])),
    bits: units >= enough ? '' : packBits(names, anchorOf),
  };
}

function addTo(trie: Trie, [shape, ...rest]: readonly string[]): void {
  if (shape === undefined || trie.get(shape) === null) return;
  const next = trie.get(shape) ?? new Map<string, Trie | null>();
  trie.set(shape, rest.length > 0 ? next : null);
  addTo(next, rest);
}

/**
 * The first `count` units, each in all the ways in which a text may have it. A run of spaces counts as one; where nothing more is
 * told, its first tells as much.
 */
function shapesOf(text: string, count: number): string[] {
  const units = text.replace(/[\s-]+/g, ' ').slice(0, count);
  return Array.from({ length: units.length }, (_, k) => {
    const unit = units.charAt(k);
    if (unit === ' ') return k + 1 < count ? '\\W+' : '\\W';
    const isWord = /[\p{L}\p{N}_]/u.test(unit);
    const cases = [unit, unit.toLowerCase(), ...othersOf(unit)].filter((form) => form.length === 1);
    return isWord ? oneOf([...new Set(cases)]) : '\\W';
  });
}

/** How else a text may write the unit: as a capital, for which Turkish has İ where others have I and Greek no accents, or in another Arabic shape. */
function othersOf(unit: string): string[] {
  if (/i/i.test(unit)) return ['I', 'İ'];
  const capital = unit.toUpperCase();
  if (/\p{Script=Greek}/u.test(unit)) return [capital, capital.normalize('NFD').charAt(0)];
  return [capital, ...arabicLetters.filter((one) => isSame(one, unit))];
}
const arabicLetters = Array.from({ length: 0x6cc - 0x620 }, (_, k) => String.fromCharCode(0x621 + k));
const isSame = (one: string, other: string) => plain(one.charCodeAt(0)) === plain(other.charCodeAt(0));

const exactly = (form: string) => (/[\p{L}\p{N}]/u.test(form) ? form : `\\u${hex(form)}`);
const unitOf = (shape: string) =>
  shape.startsWith('\\u') ? parseInt(shape.slice(2), 16) : shape.charCodeAt(0);
const hex = (form: string) => form.charCodeAt(0).toString(16).padStart(4, '0');
const oneOf = (forms: readonly string[]) =>
  forms.length === 1 ? forms[0]! : `[${forms.toSorted().join('')}]`;

/**
 * One unit wide. Told first where anchors may begin, the engine skips from one such unit to the next and only then looks
 * which it is and how it goes on.
 */
function expression(trie: Trie, isRange: boolean): string {
  const firsts = [...trie.keys()].sort((one, other) => unitOf(one) - unitOf(other));
  const told = isRange ? `${firsts[0]}-${firsts.at(-1)}` : firsts.join('');
  return `[${told}](?<=(?=${alternatives(trie)}).)`;
}

function alternatives(trie: Trie): string {
  const byRest = new Map<string, string[]>();
  for (const [shape, next] of trie) {
    const rest = next ? alternatives(next) : '';
    byRest.set(rest, [...(byRest.get(rest) ?? []), shape]);
  }
  const all = [...byRest].flatMap(([rest, shapes]) => together(shapes).map((shape) => shape + rest)).sort();
  return all.length === 1 ? all[0]! : `(?:${all.join('|')})`;
}

/** Shapes after which the same follows, as one; a run of spaces is none of them. */
function together(shapes: readonly string[]): string[] {
  const runs = shapes.filter((shape) => shape.endsWith('+'));
  const units = shapes.filter((shape) => !shape.endsWith('+'));
  if (units.length < 2) return [...units, ...runs];
  return [
    `[${units
      .map((shape) => shape.replace(/^\[|\]$/g, ''))
      .toSorted()
      .join('')}]`,
    ...runs,
  ];
}
