/** Where a word begins and ends, by script: prefixes, plurals and case endings that do not make it another word. */
import {
  ARABIC,
  CJK,
  CYRILLIC,
  GREEK,
  HANGUL,
  HEBREW,
  isCapital,
  LATIN,
  NONE,
  OTHER,
  plain,
  scriptOf,
  takesPrefixes,
} from './characters.ts';

const joining: ReadonlySet<number> = new Set([HEBREW, ARABIC, HANGUL]);
// And, the, in, to, from, that, as: written onto the next word, up to three of them.
const hebrewPrefixes = 'והבלמשכ';
const arabicPrefixes = 'والبلفك';
const cyrillicEndings = new Set('а у ю я е и ы ом ем ой ей ою ов ев ам ям ами ями ах ях ью і у'.split(' '));
const greekEndings = new Set('ς υ ου ο ον α ας η ης ι οι ων ού ό ά ή'.split(' '));
// Declined Latin names in Slavic, Baltic, Finnic, Hungarian and Turkish text.
const latinEndings = new Set(
  'a u y i e em om ie ů ov ovi ova ovo ove ovu ovog ovoj ovom ovim ovih owi ów ové ami ach ech in en on an ar n t ban ben nak nek ssa ssä lla llä lle lta ltä sta stä ia iin issa illa ille ilta ista ból ből ról ről tól től hoz hez val vel ta tä ra re ba be nál nél ért ot et öt ou ę ą'.split(
    ' ',
  ),
);
/** "With" takes on a name's last consonant (Predatorral, Pegasusszal), and a last vowel is lengthened (Intellexának): Hungarian. */
const isLatinEnding = (last: string, ending: string) =>
  latinEndings.has(ending) ||
  /^(?:(.)\1|[sx]sz)[ae]l$/.test(last + ending) ||
  (/^[áé]/.test(ending) && latinEndings.has(ending.slice(1)));
/** "NSO-t", "Pegasus-ului": Hungarian, Romanian and South Slavic write endings behind a hyphen too, and some that only stand there. */
export const isEndingBehindHyphen = (last: string, ending: string) =>
  isLatinEnding(last, ending) || endingsBehindHyphen.test(ending);
const endingsBehindHyphen = /^(?:ul(?:ui)?|j[au]|jem)$/;
// Written onto names, no part of them: "side", "company", "and others", "phone", "made by"; topic, subject, object, of, at, and,
// to, also, only, from, some behind one another; or, called, is.
const hangulEndings =
  /^(?:[측사등들폰제]?(?:[은는이가을를의도만]|(?:[에과와로만]|에서|에게|으로|(?:으?로)?부터|까지|보다|처럼)[는도의]?)?|이?(?:나|란|며|고|다|라는|라고|라며)|이었다|였다|입니다|인)$/;
/** Of, to, in. */
const bengaliEndings = /^(?:ে?র|কে|ে|তে)$/;
const extendedLatin = /[\u0100-\u017f]/;
const decliningLanguages = /^(?:pl|cs|sk|sl|hr|sr|bs|lt|lv|et|fi|hu|tr|ro)(?![a-z])/i;

/** Whether a word may begin at `start`: not within an address, which tells where a page lies, not who is meant. */
export function beginsThere(text: string, start: number): boolean {
  if (isInAddress(text, start)) return false;
  const before = scriptOf(text.charCodeAt(start - 1));
  const first = scriptOf(text.charCodeAt(start));
  if (before === NONE)
    return text.charCodeAt(start - 1) !== 95 || scriptOf(text.charCodeAt(start - 2)) === NONE;
  if (first === CJK || before === CJK || first === NONE) return true;
  if (takesPrefixes(before)) {
    if (first !== before) return true;
    const prefixes = before === HEBREW ? hebrewPrefixes : arabicPrefixes;
    for (let k = start - 1; k >= start - 4; k--) {
      if (scriptOf(text.charCodeAt(k)) !== before) return true;
      if (!prefixes.includes(text[k]!)) return false;
    }
    return false;
  }
  return before === HANGUL && first !== HANGUL;
}

/** "https://x.org/NSO", "www.NSO.com", "info@NSO.com", "x.org/NSO"; not "@NSO", nor "NSO.com" alone, which is said like a name. */
const isInAddress = (text: string, start: number) =>
  withinAddress.has(text[start - 1]!) && address.test(text.slice(Math.max(0, start - longestAddress), start));
const withinAddress = new Set('./@=-_&#%+:~?');
const address = /(?:\bwww\.|:\/\/|\w@|\.[a-z]{2,}\/)[\w!#$%&*+./:=?@~-]*$/;
const longestAddress = 300;

/** Whether the text's language declines names in Latin letters; where it is not known, whether the text holds letters of such. */
export const declinesLatin = (text: string, language: string | undefined): boolean =>
  language ? decliningLanguages.test(language) : extendedLatin.test(text);

/**
 * Where the word that a name ends at `end` with really ends: `end` itself, or after a plural s or a case ending; −1 when
 * the name is only the beginning of another word. `mayInflect` is false for names too short for endings; `declines` is asked
 * what `declinesLatin` says of the text, which is known of all of it: not to be found out for each name.
 */
export function endsThere(text: string, end: number, mayInflect: boolean, declines: () => boolean): number {
  const after = scriptOf(text.charCodeAt(end));
  const last = scriptOf(text.charCodeAt(end - 1));
  if (text[end] === '.' && fileEnding.test(text.slice(end, end + longestFileEnding))) return -1;
  if (after === NONE)
    return text.charCodeAt(end) !== 95 || scriptOf(text.charCodeAt(end + 1)) === NONE ? end : -1;
  if (after === CJK || last === CJK || last === NONE) return end;
  // Particles and prefixes of these scripts are written onto foreign words.
  if (after !== last) return joining.has(after) || joining.has(last) ? end : -1;
  let stop = end;
  while (stop < end + 4 && scriptOf(text.charCodeAt(stop)) === after) stop++;
  if (scriptOf(text.charCodeAt(stop)) === after) return -1;
  const given = text.slice(end, stop);
  // In a headline in capitals they are capitals too; what a short name in capitals goes on with makes it another abbreviation.
  const ending = mayInflect && isCapital(text.charCodeAt(end - 1)) ? given.toLowerCase() : given;
  if (after === LATIN) {
    const isS = plain(text.charCodeAt(end - 1)) === 115;
    if (ending === 's' && !isS) return stop;
    if (ending === 'es' && isS) return mayInflect ? stop : -1;
    return mayInflect && isLatinEnding(text.charAt(end - 1).toLowerCase(), ending) && declines() ? stop : -1;
  }
  if (!mayInflect) return -1;
  if (after === CYRILLIC) return cyrillicEndings.has(ending) ? stop : -1;
  if (after === GREEK) return greekEndings.has(ending) ? stop : -1;
  if (after === HANGUL) return hangulEndings.test(ending) ? end : -1;
  return after === OTHER && bengaliEndings.test(ending) ? stop : -1;
}

/** "Pegasus.apk" is a file, and tells nothing of who is meant. */
const fileEnding = /^\.(?:apk|dll|docx?|exe|ipa|jar|jpe?g|js|mp[34]|pdf|php|png|txt|xlsx?|zip)(?!\w)/;
const longestFileEnding = 6;

/** A declined name keeps its stem: the name without its last vowel or soft sign; null when it declines by adding. */
export function stemOf(name: string): string | null {
  const last = name.slice(-1);
  return name.length > 4 && /[aeаяьйоеыαηοςάή]/.test(last) ? name.slice(0, -1) : null;
}
