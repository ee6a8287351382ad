/** Where a word begins and ends, on places in short texts. */
import { expect, test } from 'vitest';
import { beginsThere, declinesLatin, endsThere, stemOf } from '../../../src/match/edges.ts';

// `|` is the place in question.
test.each([
  ['|NSO', true],
  ['the |NSO', true],
  ['x|NSO', false],
  ['é|NSO', false],
  ['_|NSO', true],
  ['x_|NSO', false],
  ['海|NSO', true],
  ['x|海', true],
  ['x|.net', true],
  ['ב|NSO', true],
  ['של|NSO', true],
  ['שלג|NSO', true],
  ['ו|פגסוס', true],
  ['ושב|פגסוס', true],
  ['ושבל|פגסוס', false],
  ['ג|פגסוס', false],
  ['א ב|פגסוס', true],
  ['وال|بيغاسوس', true],
  ['د|بيغاسوس', false],
  ['ب|NSO', true],
  ['는|NSO', true],
  ['는|하이크비전', false],
  ['я|NSO', false],
  // Within an address, of whatever signs and wherever in a long text; not far behind one.
  ['https://|NSO.com', false],
  ['https://x.org/a!b#c$d%e&f*g+h./:=?@~-|NSO', false],
  [`https://x.org/|NSO ${'and so on '.repeat(50)}`, false],
  [`https://x.org ${'and so on '.repeat(50)}-|NSO`, true],
])('a word may begin in “%s”: %s', (marked, expected) => {
  const start = marked.indexOf('|');
  expect(beginsThere(marked.replace('|', ''), start)).toBe(expected);
});

// `|` is where the name ends, `‖` where its word does; without, it is the beginning of another word.
test.each([
  ['NSO|‖', undefined],
  ['NSO|‖ x', undefined],
  ['NSO|‖_', undefined],
  ['NSO|_x', undefined],
  ['NSO|x', undefined],
  ['NSO|‖海', undefined],
  ['海|‖x', undefined],
  ['U.S.|‖x', undefined],
  ['NSO|‖는', undefined],
  ['NSO|‖של', undefined],
  ['NSO|я', undefined],
  ['פגסוס|‖x', undefined],
  ['Predator|s‖', undefined],
  ['Predator|s‖ x', undefined],
  ['Predator|sx', undefined],
  ['Pegasus|s', undefined],
  ['Pegasus|es‖', undefined],
  ['Predator|es', undefined],
  ['Pegasus|em‖', 'pl'],
  ['Pegasus|em‖', 'PL-pl'],
  ['Pegasus|em', 'plx'],
  ['Pegasus|em', 'en-pl'],
  ['Pegasus|em', 'en'],
  ['Pegasus|em', undefined],
  ['Zażółć Pegasus|em‖', undefined],
  ['Pegasus|owskim', 'pl'],
  ['Pegasus|istaja', 'fi'],
  ['Pegasus|xx', 'pl'],
  // Slovene, Croatian: Palantir's.
  ['Palantir|ovo‖', 'sl'],
  ['Palantir|ovim‖', 'hr'],
  ['PEGASUS|EM‖', 'pl'],
  ['PREDATOR|S‖', 'de'],
  ['PEGASUS|ES‖', 'en'],
  ['PEGASUS|EM', 'en'],
  ['ЦИТАДЕЛ|ЬЮ‖', 'ru'],
  ['ΠΗΓΑΣΟ|Υ‖', 'el'],
  // Hungarian "with" takes on the last consonant; a last a or e is lengthened before endings.
  ['Predator|ral‖', 'hu'],
  ['Pegasus|szal‖', 'hu'],
  ['Paragon|nal‖', 'hu'],
  ['Paragon|sal', 'hu'],
  ['Cytrox|ot‖', 'hu'],
  ['Cytrox|szal‖', 'hu'],
  ['Intellex|át‖', 'hu'],
  ['Intellex|ának‖', 'hu'],
  ['Intellex|ával‖', 'hu'],
  ['Graphit|ét‖', 'hu'],
  ['Intellex|á', 'hu'],
  ['Predator|ral', 'de'],
  ...['pl', 'cs', 'sk', 'sl', 'hr', 'sr', 'bs', 'lt', 'lv', 'et', 'fi', 'hu', 'tr', 'ro'].map(
    (language): [string, string] => ['Pegasus|a‖', language],
  ),
  ['Цитадел|ью‖', 'ru'],
  ['Цитадел|ьск', 'ru'],
  ['Цитадел|ьский', 'ru'],
  ['Πήγασο|ικ', 'el'],
  ['Πήγασο|υ‖', 'el'],
  ['하이크비전|‖는', 'ko'],
  ['하이크비전|‖이라는', 'ko'],
  ['하이크비전|하', 'ko'],
  // Phone; made by it, with a particle.
  ['하이크비전|‖폰', 'ko'],
  ['하이크비전|‖폰을', 'ko'],
  ['하이크비전|‖제', 'ko'],
  // Finnish: some of it.
  ['Pegasus|ta‖', 'fi'],
  ['পেগাসাস|ের‖', 'bn'],
  ['পেগাসাস|কে‖', 'bn'],
  ['পেগাসাস|িক', 'bn'],
  ['पेगासस|का', 'hi'],
  ['فگاسوس|ي', 'ar'],
  ['فگاسوس|‖x', undefined],
])('“%s” in %s', (marked, language) => {
  const end = marked.indexOf('|');
  const text = marked.replace(/[|‖]/g, '');
  const stop = marked.indexOf('‖') - 1;
  expect(endsThere(text, end, true, () => declinesLatin(text, language))).toBe(stop < 0 ? -1 : stop);
});

test.each([
  ['Eye|s', 4],
  ['Gas|es', -1],
  ['Eye|em', -1],
  ['Око|м', -1],
  ['눈|는', -1],
])('a short name takes no ending but s: “%s”', (marked, expected) => {
  const end = marked.indexOf('|');
  expect(endsThere(marked.replace('|', ''), end, false, () => true)).toBe(expected);
});

test.each([
  ['Intellexa', 'Intellex'],
  ['Axona', 'Axon'],
  ['Meta', null],
  ['Predator', null],
  ['Цитадель', 'Цитадел'],
  ['Πήγασος', 'Πήγασο'],
  ['Πήγασοι', null],
])('the stem of %s is %s', (name, stem) => expect(stemOf(name)).toBe(stem));

const signs = Array.from({ length: 0xffff }, (_, unit) => String.fromCharCode(unit)).filter(
  (sign) => /[\p{P}\s]/u.test(sign) && !/\p{Script=Syriac}/u.test(sign),
);
test.each(['NSO', 'Цитадель', 'Πήγασος', 'פגסוס', 'بيغاسوس', 'پیگاسس', '하이크비전', '海康威视'])(
  'every sign of punctuation ends a word, and one may begin behind it: %s',
  (name) => {
    const ends = signs.filter((sign) => endsThere(`${name}${sign} `, name.length, true, () => true) < 0);
    const begins = signs.filter((sign) => !beginsThere(` ${sign}${name}`, 2));
    expect([ends, begins]).toEqual([[], []]);
  },
);
