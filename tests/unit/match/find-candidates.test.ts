/** What counts as a name standing in a text: tables of one rule each. */
import { describe, expect, test } from 'vitest';
import { entity, matcherOf, surfaces } from './small-index.ts';

const matcher = matcherOf([
  entity('nso-group', ['NSO Group', 'NSO', 'אן אס או', 'إن إس أو']),
  entity('nso-tech', ['NSO Group Technologies']),
  entity('aria-kish', ['آریا کیش', 'เพกาซัส', '화웨이', 'NSO그룹']),
  entity('hikvision', ['Hikvision', '海康威视', 'Хиквижн', '하이크비전', "היקוויז'ן"]),
  entity('citadel', ['Цитадель', { text: '大华', need: 'ambiguous' }]),
  entity('mspy', ['mSpy', 'i-Soon']),
  entity('loi', ['loi JO']),
  entity('cellebrite', ['Cellebrite']),
  entity('dilian', ['Ταλ Ντίλιαν', 'Σάρα Χάμου']),
  entity('law', ["Daniel's Law", 'Dassault Systèmes']),
  entity('skip', [{ text: 'skip tracing', case: 'any' }]),
  entity('l3harris', ['L3Harris', 'L3 Harris', 'L3Harris Tech']),
  entity('hacking-team', [
    { text: 'Hacking Team', need: 'ambiguous' },
    { text: 'Ring', need: 'ambiguous' },
  ]),
  entity('axis', ['Axis Communications']),
  entity('intellexa', ['Intellexa']),
  entity('stingray', ['StingRay']),
  entity('exact', [{ text: 'LANDFALL', case: 'exact' }, { text: 'Kismet', case: 'exact' }, 'Pegasus']),
  entity('of-small-words', [
    { text: 'Sons of Hermit', need: 'ambiguous' },
    { text: 'Stalker Ware', case: 'any' },
  ]),
  entity('short', ['Anse', 'Ansec', '사이먼', '다크매터']),
]);

const cases: [rule: string, text: string, found: string[], language?: string][] = [
  [
    'longest name first',
    'NSO Group Technologies and NSO Group and NSO',
    ['NSO Group Technologies', 'NSO Group', 'NSO'],
  ],
  ['no overlap', 'NSO Group Tech', ['NSO Group']],
  [
    'a run of spaces is one, also ahead of the first capital',
    'la loi  JO et la loi JO',
    ['loi  JO', 'loi JO'],
  ],
  ['behind signs that come apart into three', `${'\uFB2A\u0301'.repeat(20)} the NSO Group`, ['NSO Group']],
  ['whole words only', 'NSOs4 xNSO NSOx Hikvisionary iNSO', []],
  ['at the edges of the text', 'NSO', ['NSO']],
  [
    'punctuation is an edge',
    '(NSO), “Hikvision”; NSO/Hikvision: NSO.',
    ['NSO', 'Hikvision', 'NSO', 'Hikvision', 'NSO'],
  ],
  ['underscores mark emphasis but join words', '_NSO_ my_NSO_thing', ['NSO']],
  [
    'a possessive is not part of it',
    "NSO’s, NSO's, Pegasus’ and Hikvision`s",
    ['NSO', 'NSO', 'Pegasus', 'Hikvision'],
  ],
  ['a plural is', 'two StingRays and Stingrays', ['StingRays', 'Stingrays']],
  ['a compound is not', 'NSO-made and Hikvision-linked and anti-NSO', ['NSO', 'Hikvision', 'NSO']],
  ['capitals', 'HIKVISION and AXIS COMMUNICATIONS', ['HIKVISION', 'AXIS COMMUNICATIONS']],
  [
    'small second word of a sure name',
    'NSO group and Axis communications',
    ['NSO group', 'Axis communications'],
  ],
  ['but not of an ambiguous one', 'Hacking team, hacking Team, Hacking Team', ['Hacking Team']],
  ['small letters are no name', 'hikvision nso ring pegasus', []],
  ['an abbreviation wants its capitals', 'Nso nSO', []],
  ['an exact name too', 'Landfall LANDFALL KISMET KisMet Kismet kismet', ['LANDFALL', 'Kismet']],
  ['a capital later on does not make up for the first', 'the axis Communications', []],
  [
    'an ambiguous name with a small word in it',
    'Sons of Hermit, SONS OF HERMIT, Sons Of Hermit, Sons of hermit',
    ['Sons of Hermit', 'SONS OF HERMIT'],
  ],
  ['letters of other scripts', 'цитадель ЦИТАДЕЛЬ Цитадель', ['ЦИТАДЕЛЬ', 'Цитадель']],
  ['a name that begins small', 'mSpy MSpy i-Soon I-Soon', ['mSpy', 'MSpy', 'i-Soon', 'I-Soon']],
  ['a hyphen is not a space', 'then I soon left', []],
  [
    'any case',
    'Skip tracing, SKIP TRACING and skip tracing',
    ['Skip tracing', 'SKIP TRACING', 'skip tracing'],
  ],
  ['any case of a name with capitals', 'stalker ware', ['stalker ware']],
  ['a run of spaces in an ambiguous name', 'Hacking   Team Hacking   team', ['Hacking   Team']],
  [
    'no other sign is a space or a hyphen',
    'Axis.Communications Axis/Communications i/Soon i Soon Hikvisi-n',
    [],
  ],
  ['hyphen for space', 'Hacking-Team NSO‑Group', ['Hacking-Team', 'NSO‑Group']],
  [
    'no-break space, line break, many spaces',
    'NSO\u00a0Group NSO\n   Group',
    ['NSO\u00a0Group', 'NSO\n   Group'],
  ],
  ['zero-width space and soft hyphen inside', 'Hik\u00advision N\u200bSO', ['Hik\u00advision', 'N\u200bSO']],
  ['bidi marks around', '\u200fNSO\u200f', ['NSO']],
  [
    'no address',
    'https://x.org/NSO-Group/ (www.Hikvision.com) press.team@Hikvision.eu bit.ly/NSO?by=Hikvision #1',
    [],
  ],
  [
    'though beside one, in a tag or a list',
    'https://x.org Hikvision (https://x.org/a)NSO;https://x.org,NSO @Hikvision #NSO NSO/Hikvision 见https://x.org。海康威视 Hikvision.com',
    ['Hikvision', 'NSO', 'NSO', 'Hikvision', 'NSO', 'NSO', 'Hikvision', '海康威视', 'Hikvision'],
  ],
  ['curly apostrophe', 'Daniel’s Law', ['Daniel’s Law']],
  [
    'accents in both forms',
    'Dassault Syst\u00e8mes Dassault Syste\u0300mes',
    ['Dassault Syst\u00e8mes', 'Dassault Syste\u0300mes'],
  ],
  ['full-width letters', 'ＮＳＯ', ['ＮＳＯ']],
  ['digits', 'L3Harris L3 Harris L3Harris Tech', ['L3Harris', 'L3 Harris', 'L3Harris Tech']],
  ['Chinese without spaces', '他们使用海康威视的摄像头', ['海康威视']],
  ['Chinese names side by side', '海康威视大华', ['海康威视', '大华']],
  ['Latin in Chinese', '使用Hikvision的摄像头', ['Hikvision']],
  ['Thai without spaces', 'สปายแวร์เพกาซัสของNSOในไทย', ['เพกาซัส', 'NSO'], 'th'],
  ['Latin in Khmer and Burmese', 'កាមេរ៉ាHikvisionរបស់ Hikvisionကင်မရာ', ['Hikvision', 'Hikvision'], 'km'],
  ['Hebrew prefixes', 'באן אס או ומאן אס או', ['אן אס או', 'אן אס או']],
  ['Hebrew prefix on a Latin name', 'של ה-NSO ובNSO', ['NSO', 'NSO']],
  ['in Hebrew quotation marks', '״אן אס או״ ו״אן אס או״', ['אן אס או', 'אן אס או']],
  ['a Hebrew apostrophe in either shape', "היקוויז׳ן היקוויז'ן", ['היקוויז׳ן', "היקוויז'ן"]],
  ['an apostrophe that counts as a letter', 'NSOʼs and Hikvisionʼа', ['NSO', 'Hikvision']],
  ['Arabic prefixes', 'وإن إس أو', ['إن إس أو']],
  ['Arabic drawn out, or with vowel signs', 'إنـ إســ أو، إِنْ إِسْ أُو', ['إنـ إســ أو', 'إِنْ إِسْ أُو']],
  ['Arabic letters in other shapes', 'ان اس او، آن أس إو', ['ان اس او', 'آن أس إو']],
  [
    'of Persian keyboards too, either way',
    'آریا کیش، آريا كيش، اريا کيش',
    ['آریا کیش', 'آريا كيش', 'اريا کيش'],
    'fa',
  ],
  ['a Persian half-space parts words', 'إن\u200cإس\u200cأو\u200cها', ['إن\u200cإس\u200cأو'], 'fa'],
  ['but no others', 'Hik\u200cvision\u200cها', ['Hik\u200cvision'], 'fa'],
  ['Russian endings', 'Цитадели Цитаделью Цитадельский Хиквижном', ['Цитадели', 'Цитаделью', 'Хиквижном']],
  ['Polish endings where the page is Polish', 'Pegasusa użyto, Pegasusem', ['Pegasusa', 'Pegasusem'], 'pl'],
  ['also by a code with an underscore, or in capitals', 'Pegasusem', ['Pegasusem'], 'pl_PL'],
  [
    'of a name in a too',
    'Intellexy, Intellexę, Intellexą i Intellexie, Intellexów',
    ['Intellexy', 'Intellexę', 'Intellexą', 'Intellexie', 'Intellexów'],
    'pl',
  ],
  [
    'Finnish and Hungarian endings',
    'Hikvisionille, Hikvisionilta, Hikvisionista, Hikvisionról, Hikvisionhoz, Hikvisionhat',
    ['Hikvisionille', 'Hikvisionilta', 'Hikvisionista', 'Hikvisionról', 'Hikvisionhoz'],
    'fi',
  ],
  ['but not the stem alone', 'Intellex', [], 'pl'],
  ['nor endings of names of four letters', 'Anse Anseu', ['Anse'], 'pl'],
  ['but of those of five', 'Ansec Ansecu', ['Ansec', 'Ansecu'], 'pl'],
  ['and nowhere else', 'Pegasusa was used', [], 'en'],
  [
    'Korean particles',
    '하이크비전은 하이크비전과 하이크비전에서 하이크비전드',
    ['하이크비전', '하이크비전', '하이크비전'],
  ],
  [
    'Korean particles behind one another, and forms of “is”',
    '하이크비전으로부터 하이크비전에서는 하이크비전만의 하이크비전이나 하이크비전이라고 하이크비전입니다',
    Array.from({ length: 6 }, () => '하이크비전'),
  ],
  [
    'also behind names of three letters',
    '화웨이가 화웨이에 NSO그룹은 화웨이드',
    ['화웨이', '화웨이', 'NSO그룹'],
  ],
  ['German genitive', 'Hikvisions Kameras', ['Hikvisions'], 'de'],
  ['French elision', "l’NSO d'NSO", ['NSO', 'NSO'], 'fr'],
  ['Turkish capitals', 'HİKVİSİON, STİNGRAY VE İNTELLEXA', ['HİKVİSİON', 'STİNGRAY', 'İNTELLEXA'], 'tr'],
  [
    'a silent e goes before endings',
    'Cellebritovo napravo, s Cellebritom, Cellebritx',
    ['Cellebritovo', 'Cellebritom'],
    'sl',
  ],
  ['but stays where nothing follows', 'Cellebrit, Cellebrites', ['Cellebrites'], 'sl'],
  ['nor does it elsewhere', 'Cellebritovo, Cellebritem', [], 'de'],
  [
    'no file',
    'Pegasus.apk, Hikvision.exe and NSO_Hikvision.pdf; Hikvision.com, Pegasus.App and Pegasus.',
    ['Hikvision', 'Pegasus', 'Pegasus'],
  ],
  ['Greek capitals', 'ΤΑΛ ΝΤΙΛΙΑΝ ΚΑΙ ΣΑΡΑ ΧΑΜΟΥ', ['ΤΑΛ ΝΤΙΛΙΑΝ', 'ΣΑΡΑ ΧΑΜΟΥ'], 'el'],
  ['Turkish suffix after an apostrophe', "NSO'nun Pegasus'u", ['NSO', 'Pegasus'], 'tr'],
];

describe('findCandidates', () => {
  test.each([
    [
      ' ',
      'Axis Communications',
      '\t\n\v\f\r\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
    ],
    ['-', 'i-Soon', '\u05be\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63'],
    ["'", "Daniel's Law", '`´ʼ׳‘’‛'],
    [
      '',
      'Hikvision',
      '\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe0f\ufeff',
    ],
  ])('takes all shapes of “%s” for it, in %s', (sign, name, shapes) => {
    const at = name.indexOf(sign, 1);
    const written = Array.from(shapes, (shape) => name.slice(0, at) + shape + name.slice(at + sign.length));
    for (const text of written) expect(surfaces(matcher, `(${text})`)).toEqual([text]);
  });

  test.each(cases)('%s', (_rule, text, found, language) => {
    expect(surfaces(matcher, text, language)).toEqual(found);
  });

  test.each(cases)('mayContain agrees: %s', (_rule, text, found) => {
    if (found.length > 0) expect(matcher.mayContain(`glued${text}glued`)).toBe(true);
  });
});
