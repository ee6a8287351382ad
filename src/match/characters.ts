/** What the matcher knows of single characters: their script, their plain form, and which ones stand for nothing. */

export type Script = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
/** No letter or digit. */
export const NONE = 0;
export const LATIN = 1;
export const CYRILLIC = 2;
export const GREEK = 3;
export const HEBREW = 4;
export const ARABIC = 5;
/** Han and kana, Thai, Lao, Tibetan, Burmese and Khmer: written without spaces. */
export const CJK = 6;
export const HANGUL = 7;
/** Letters of any other script. */
export const OTHER = 8;

/** The script of a UTF-16 unit; digits count as Latin, and NaN (past either end of a text) as none. */
export function scriptOf(unit: number): Script {
  if (unit < 0x80) {
    return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57)
      ? LATIN
      : NONE;
  }
  if (unit < 0x250) return unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7 ? LATIN : NONE;
  if (unit === 0x2bc) return NONE;
  if (unit >= 0x370 && unit < 0x400) return unit === 0x37e || unit === 0x387 ? NONE : GREEK;
  if (unit >= 0x400 && unit < 0x530) return CYRILLIC;
  if (unit >= 0x591 && unit < 0x600)
    return unit === 0x5be || unit === 0x5c0 || unit === 0x5c3 || unit === 0x5c6 || unit >= 0x5f3
      ? NONE
      : HEBREW;
  if (unit >= 0x600 && unit < 0x780)
    return unit < 0x610 ||
      (unit >= 0x61b && unit <= 0x61f) ||
      (unit >= 0x66a && unit <= 0x66d) ||
      unit === 0x6d4
      ? NONE
      : ARABIC;
  if (unit >= 0x1e00 && unit < 0x1f00) return LATIN;
  if (unit >= 0x1f00 && unit < 0x2000) return GREEK;
  if (
    (unit >= 0xe01 && unit < 0x10a0) ||
    (unit >= 0x1780 && unit < 0x1800) ||
    (unit >= 0x3041 && unit < 0x3100) ||
    (unit >= 0x3400 && unit < 0xa000) ||
    (unit >= 0xf900 && unit < 0xfb00)
  )
    return CJK;
  if (unit >= 0xac00 && unit < 0xd7b0) return HANGUL;
  if (unit !== unit || (unit >= 0x2000 && unit < 0x2c00) || (unit >= 0xd800 && unit < 0xf900)) return NONE;
  // Written here: made when the script begins it would cost every page half a millisecond.
  return /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(unit)) ? OTHER : NONE;
}

/** Whether the script writes "and", "the", "in" … onto the next word, up to three letters of them. */
export const takesPrefixes = (script: Script): boolean => script === HEBREW || script === ARABIC;

/** Space, hyphen and apostrophe in all the shapes that typesetting gives them → the plain one; letters → lower case, without `variants`. */
export function plain(unit: number): number {
  if (unit < 0x80) {
    if (unit >= 65 && unit <= 90) return unit + 32;
    return unit >= 9 && unit <= 13 ? 32 : unit === 0x60 ? 39 : unit;
  }
  if (unit < 0x2000) {
    if (unit === 0xa0) return 32;
    if (unit === 0xb4) return 39;
    if (unit === 0x5be) return 45;
    if (unit === 0x2bc || unit === 0x5f3) return 39;
    if (unit >= 0x622 && unit <= 0x6cc) return oneShape(unit);
    return unit >= 0xc0 && unit < 0x590 ? oneShape(lower(unit)) : unit;
  }
  if (unit <= 0x200a || unit === 0x202f || unit === 0x3000 || unit === 0x205f) return 32;
  if (unit >= 0x2010 && unit <= 0x2015) return 45;
  if (unit === 0x2018 || unit === 0x2019 || unit === 0x201b) return 39;
  if (unit === 0x2212 || unit === 0xfe63) return 45;
  return unit;
}

function lower(unit: number): number {
  // İ, Turkish for I, would become two units.
  if (unit === 0x130) return 105;
  const small = String.fromCharCode(unit).toLowerCase();
  return small.length === 1 ? small.charCodeAt(0) : unit;
}

/**
 * Letters that texts write in several shapes: small Greek ones with accents and the last sigma, which capitals do without; ı, whose
 * capital is I; and those for which Arabic and Persian papers have each their own.
 */
export const variants = /[ıΐά-ΰςϊ-ώآأإىکی]/g;
// Arabic by number: editors show a line of it from the right.
const shapes = 'ıΐΰςϊϋόύώάέήί\u0622\u0623\u0625\u0649\u06a9\u06cc';
const letters = 'iιυσιυουωαεηι\u0627\u0627\u0627\u064a\u0643\u064a';

function oneShape(unit: number): number {
  if (unit < 0x131 || (unit > 0x3ce && unit < 0x622)) return unit;
  const at = shapes.indexOf(String.fromCharCode(unit));
  return at < 0 ? unit : letters.charCodeAt(at);
}

export function isCapital(unit: number): boolean {
  if (unit < 0x80) return unit >= 65 && unit <= 90;
  return unit >= 0xc0 && unit < 0x590 && lower(unit) !== unit;
}

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

export function isSmall(unit: number): boolean {
  if (unit < 0x80) return unit >= 97 && unit <= 122;
  const sign = String.fromCharCode(unit);
  return unit < 0x590 && sign.toUpperCase() !== sign;
}
