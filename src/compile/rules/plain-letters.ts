/** Rule: texts hold letters that are what they look like, and nothing unseen. */
import { allTexts, entityRule } from './rule.ts';

const faults: readonly [pattern: RegExp, what: string][] = [
  [/[\u0000-\u001f\u007f-\u009f]/, 'holds a control character or a line end'],
  [/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/, 'holds a mark that turns the direction of the text'],
  [
    /[\u00ad\u200b\u200d\u2060-\u2064\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u,
    'holds a character that cannot be seen',
  ],
  [
    /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]| {2}/,
    'holds a space that is none or one too many',
  ],
  [/\ufffd|\p{Cs}|\p{Co}|\p{Cn}/u, 'holds a character that is none'],
  [/Ã[\u0080-\u00bf]|â€/, 'was read in the wrong encoding'],
];
/** Scripts whose letters look alike; a word that mixes them is a slip or a trick (Unicode TR 39). */
const lookalikes = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];
/** Persian and the languages of India part letters by a joiner that cannot be seen. */
const needsJoiner = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}]\u200c|\u200c$/u;

export const plainLetters = entityRule(
  'plain-letters',
  'No text or name holds unseen characters, turned directions, letters of two scripts in one word, or letters that are not composed (NFC): such names are never found.',
  function* (entity) {
    for (const [field, text] of allTexts(entity)) {
      for (const [pattern, what] of faults) if (pattern.test(text)) yield [field, what];
      if (text.includes('\u200c') && !needsJoiner.test(text))
        yield [field, 'holds a character that cannot be seen'];
      if (text !== text.normalize('NFC')) yield [field, 'is not composed: write it in Unicode form NFC'];
      const mixed = (text.match(/[\p{L}\p{M}]+/gu) ?? []).find(
        (word) => lookalikes.filter((script) => script.test(word)).length > 1,
      );
      if (mixed !== undefined) yield [field, `“${mixed}” mixes letters of two scripts that look alike`];
    }
  },
);
