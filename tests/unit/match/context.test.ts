/** Where a known word stands in a text. */
import { describe, expect, it } from 'vitest';
import { createWord, endOfWord, inSmallLetters } from '../../../src/match/context.ts';

/** The part of the text that is found to be the word, at the first place where it may stand; null where it is none. */
function found(given: string, text: string): string | null {
  const word = createWord(given, 0);
  const searched = word.capitals === 'all' ? text : inSmallLetters(text);
  for (let at = searched.indexOf(word.beginning); at >= 0; at = searched.indexOf(word.beginning, at + 1)) {
    const end = endOfWord(word, text, at);
    if (end > 0) return text.slice(at, end);
  }
  return null;
}

describe('a word', () => {
  it.each([
    ['phone', 'a phone, a', 'phone'],
    ['phone', 'Phone', 'Phone'],
    ['phone', 'PHONE', 'PHONE'],
    ['phone', 'phones', 'phone'],
    ['church', 'churches', 'church'],
    ['phone', 'phoned', null],
    ['phone', 'phonesx', null],
    ['church', 'churchesx', null],
    ['church', 'churchex', null],
    ['phone', 'xphone', null],
    ['phone', 'xphone phone', 'phone'],
    ['phone*', 'phonebook', 'phone'],
    ['phone*', 'xphonebook', null],
    ['Amazon', 'amazon', null],
    ['Amazon', 'AMAZON', 'AMAZON'],
    ['ICE', 'ice and Ice and iCE', null],
    ['ICE', 'ICE', 'ICE'],
    ['a', 'A', 'A'],
    ['A', 'a', null],
    ['face recognition', 'face-recognition', 'face-recognition'],
    ['face recognition', 'face  \u00a0recognition', 'face  \u00a0recognition'],
    ['face recognition', 'face‑recognition', 'face‑recognition'],
    ['face-recognition', 'face recognition', 'face recognition'],
    ['face recognition', 'face/recognition', null],
    ['face recognition', 'face', null],
    ["d'or", 'd’or', 'd’or'],
    ['間諜', '這間諜軟', '間諜'],
    ['phone', '這phone軟', 'phone'],
    ['phone', 'яphone', 'phone'],
    ['phone', 'phoneя', 'phone'],
    ['ריגול', 'והריגול', 'ריגול'],
    ['ריגול', 'והשבריגול', null],
    ['телефон', 'ятелефон', null],
    ['إسرائيلي*', 'الاسرائيلية', 'اسرائيلي'],
    ['گوشی', 'گوشي', 'گوشي'],
    ['สปายแวร์', 'ใช้สปายแวร์ของ', 'สปายแวร์'],
    // Greek capitals go without accents and know one sigma; Turkish has an I without a dot.
    ['λογισμικό κατασκοπείας', 'ΛΟΓΙΣΜΙΚΟ ΚΑΤΑΣΚΟΠΕΙΑΣ', 'ΛΟΓΙΣΜΙΚΟ ΚΑΤΑΣΚΟΠΕΙΑΣ'],
    ['κάμερ*', 'ΟΙ ΚΑΜΕΡΕΣ', 'ΚΑΜΕΡ'],
    ['προϊόν', 'ΠΡΟΪΟΝ', 'ΠΡΟΪΟΝ'],
    ['casus yazılım*', 'CASUS YAZILIMI', 'CASUS YAZILIM'],
    ['kısa', 'kisa', 'kisa'],
  ])('%s in “%s” is %s', (given, text, expected) => {
    expect(found(given, text)).toBe(expected);
  });

  it('with a dotted capital I is found in a text in small letters', () => {
    const word = createWord('İsrailli', 0);
    const text = 'Bir İsrailli şirket';
    const at = inSmallLetters(text).indexOf(word.beginning);
    expect([at, endOfWord(word, text, at)]).toEqual([4, 12]);
    const capitals = 'GİZLİ';
    expect(inSmallLetters(capitals)).toBe('gizli');
    expect(endOfWord(createWord('gizli', 1), capitals, 0)).toBe(5);
  });
});
