/** Where a known word stands in a text. */
import { describe, expect, it } from 'vitest';
import { createWord, endOfWord, inSmallLetters } from '../../../src/match/context.ts';

describe('a word', () => {
  it('with a dotted capital I is found in a text in small letters', () => {
    const word = createWord('İsrailli', 0);
    const text = 'Bir İsrailli şirket';
    const at = inSmallLetters(text).indexOf(word.beginning);
    expect([at, endOfWord(word, text, at)]).toEqual([4, 12]);
  });
});
