/** Dates, numbers and plural forms as readers of each language see them. */
import { describe, expect, test } from 'vitest';
import { compileProfile } from '../../../src/compile/compile-profiles.ts';
import * as vocabulary from '../../../src/dataset/vocabulary.ts';
import { sampleEntity, sampleListing } from '../compile/sample-entities.ts';
import { readLocales } from './read-locales.ts';
import { speak } from './speak.ts';

const names = readLocales().map(({ name }) => name);

describe('dates are as precise as they were given', () => {
  test.each([
    ['en', '28 June 2022', 'June 2022', 'since 28 June 2022', 'until June 2022'],
    ['es', '28 de junio de 2022', 'junio de 2022', 'desde el 28 de junio de 2022', 'hasta junio de 2022'],
    ['fr', '28 juin 2022', 'juin 2022', 'depuis le 28 juin 2022', 'jusqu’en juin 2022'],
    ['de', '28. Juni 2022', 'Juni 2022', 'seit 28. Juni 2022', 'bis Juni 2022'],
    ['pt_BR', '28 de junho de 2022', 'junho de 2022', 'desde 28 de junho de 2022', 'até junho de 2022'],
    ['ar', '28 يونيو 2022', 'يونيو 2022', 'منذ 28 يونيو 2022', 'حتى يونيو 2022'],
    ['he', '28 ביוני 2022', 'יוני 2022', 'מאז 28 ביוני 2022', 'עד יוני 2022'],
  ])('%s', async (name, day, month, since, until) => {
    const { formatDay, formatSpan } = await speak(name);
    expect([formatDay('2022-06-28'), formatDay('2022-06'), formatDay('2022')]).toEqual([day, month, '2022']);
    expect(formatSpan({ value: '2022-06-28', precision: 'day' }, null)).toBe(since);
    expect(formatSpan(null, { value: '2022-06', precision: 'month' })).toBe(until);
  });
  test.each([
    ['fr', '1er mars 2022'],
    ['pt_BR', '1º de março de 2022'],
    ['es', '1 de marzo de 2022'],
    ['ar', '1 مارس 2022'],
  ])('with the first of a month as %s writes it', async (name, text) => {
    const { formatDay } = await speak(name);
    expect(formatDay('2022-03-01')).toBe(text);
  });
  test('in the Gregorian calendar and the digits of the region', async () => {
    const { formatDay } = await speak('ar', 'ar_SA');
    expect(formatDay('2022-06-28')).toMatch(/^٢٨ يونيو ٢٠٢٢/);
  });
});

describe('numbers', () => {
  test.each([
    ['en', 'en_US', 'All 1,234'],
    ['es', 'es', 'las 1234 entradas'],
    ['es', 'es_MX', 'las 1,234 entradas'],
    ['de', 'de', 'Alle 1.234 Einträge'],
    ['ar', 'ar_EG', '١٬٢٣٤ سجل'],
    // The browser speaks a language that the interface does not: numbers follow the texts.
    ['de', 'ja', 'Alle 1.234 Einträge'],
  ])('%s in a browser of %s', async (name, browserLocale, part) => {
    const { t, tn } = await speak(name, browserLocale);
    const text =
      name === 'en' ? tn('search.label', 1234).replace('Search all', 'All') : tn('search.label', 1234);
    expect(text).toContain(part);
    expect(t('popup.found_at', { index: 1234, count: 1234 })).not.toContain('{');
  });
});

describe('an outlet of a state', () => {
  test.each([
    ['en', 'TASS (state media: Russia)'],
    ['es', 'TASS (medio estatal: Rusia)'],
    ['fr', 'TASS (média d’État\u00a0: Russie)'],
    ['de', 'TASS (Staatsmedium: Russland)'],
    ['pt_BR', 'TASS (mídia estatal: Rússia)'],
    ['ar', 'TASS (إعلام حكومي: روسيا)'],
    ['he', 'TASS (תקשורת ממשלתית: רוסיה)'],
  ])('%s', async (name, text) => {
    const { publisherText } = await speak(name);
    expect(publisherText({ publisher: 'TASS', stateMedia: 'RU' })).toBe(text);
    expect(publisherText({ publisher: 'Reuters' })).toBe('Reuters');
  });
});

describe('several listings are counted as such, not as lists: one list may hold an entity twice', () => {
  test.each([
    ['en', 'Under 3 government listings now'],
    ['de', 'Unterliegt jetzt 3 staatlichen Listungen'],
    ['fr', 'Fait actuellement l’objet de 3 inscriptions sur des listes gouvernementales'],
    ['es', 'Tiene ahora 3 inclusiones en listas gubernamentales'],
    ['pt_BR', 'Tem agora 3 inclusões em listas governamentais'],
    ['he', '3 הכללות ברשימות ממשלתיות בתוקף כעת'],
    ['ar', '3 إدراجات سارية الآن في قوائم حكومية'],
  ])('%s', async (name, text) => {
    const { tn } = await speak(name);
    expect(tn('standing_listings', 3)).toBe(text);
  });
});

describe('sources were read by a day, not on it', () => {
  test.each([
    ['en', 'checked by 2 May 2026'],
    ['de', 'geprüft bis zum 2. Mai 2026'],
    ['fr', 'vérifié au 2 mai 2026'],
    ['es', 'comprobado hasta el 2 de mayo de 2026'],
    ['pt_BR', 'verificado até 2 de maio de 2026'],
    ['he', 'נבדק עד 2 במאי 2026'],
    ['ar', 'جرى التحقق حتى 2 مايو 2026'],
  ])('%s', async (name, text) => {
    const { t, formatDay } = await speak(name);
    expect(t('card.checked_by', { date: formatDay('2026-05-02') })).toBe(text);
  });
});

describe('plural forms', () => {
  test('of Arabic are all six', async () => {
    const { tn } = await speak('ar');
    expect([0, 1, 2, 3, 11, 100].map((count) => tn('directory.events', count))).toEqual([
      'لا أحداث',
      'حدث واحد',
      'حدثان',
      '3 أحداث',
      '11 حدثًا',
      '100 حدث',
    ]);
  });
  test('of Hebrew are three', async () => {
    const { tn } = await speak('he');
    expect([0, 1, 2, 3, 11, 100].map((count) => tn('popup.mentions', count))).toEqual([
      '0 אזכורים',
      'אזכור אחד',
      'שני אזכורים',
      '3 אזכורים',
      '11 אזכורים',
      '100 אזכורים',
    ]);
  });
  test.each([
    ['es', '1.000.000 de entradas'],
    ['pt_BR', '1.000.000 de entradas'],
  ])('of %s say of a round million what it is a million of', async (name, text) => {
    const { tn } = await speak(name);
    expect(tn('directory.shown', 1_000_000)).toBe(text);
  });
  test('of French take nothing as one', async () => {
    const { tn } = await speak('fr');
    expect([0, 1, 2].map((count) => tn('directory.sources', count))).toEqual([
      '0 source',
      '1 source',
      '2 sources',
    ]);
  });
  test.each(names)('of %s exist for every number', async (name) => {
    const { tn } = await speak(name);
    for (const count of [0, 1, 2, 3, 7, 11, 21, 100, 101, 1000, 1_000_000])
      expect(tn('popup.mentions', count)).not.toBe('');
  });
});

test('a Latin name in a text from right to left is isolated, an Arabic one is not', async () => {
  const arabic = await speak('ar');
  expect(arabic.t('popup.go_to', { name: 'Ability Inc.' })).toBe('إظهار \u2068Ability Inc.\u2069 في الصفحة');
  expect(arabic.t('popup.go_to', { name: 'إن إس أو' })).toBe('إظهار إن إس أو في الصفحة');
  const german = await speak('de');
  expect(german.t('popup.go_to', { name: 'Ability Inc.' })).toBe('Ability Inc. auf der Seite zeigen');
});

test.each([
  ['ar', 'يذكر المقال أيضًا \u2068Pegasus\u2069 و\u2068NSO Group\u2069'],
  ['he', 'הכתבה מזכירה גם את \u2068Pegasus\u2069 ו-\u2068NSO Group\u2069'],
])(
  'Latin names in a list of %s are isolated each, or the list would run from left to right',
  async (name, text) => {
    await speak(name);
    const { explainPhrases } = await import('../../../src/ui/explain-phrases.ts');
    const { say, list } = explainPhrases;
    const names = say('names', { names: list(['Pegasus', 'NSO Group']) });
    expect(names).toBe(text);
    // A sentence goes into another as it is.
    expect(say('means_this', { name: 'פגסוס', grounds: names })).toContain(`: ${text}.`);
  },
);

test('copied texts have the colon of the language', async () => {
  const copied = async (name: string) => {
    await speak(name);
    const { correctionText } = await import('../../../src/profile/texts-to-copy.ts');
    const record = { id: 'a', name: 'A', checkedBy: '2026-11-21' } as Parameters<typeof correctionText>[0];
    return correctionText(record, null, null);
  };
  expect(await copied('fr')).toContain('Ce qui est faux\u00a0: ');
  expect(await copied('de')).toContain('Was falsch ist: ');
});

test('no copied text has an English colon in French', async () => {
  await speak('fr');
  const { citationText, markdownText } = await import('../../../src/profile/texts-to-copy.ts');
  const profile = compileProfile(sampleEntity({ listings: [sampleListing()] }), [], new Map());
  for (const text of [citationText(profile), markdownText(profile)])
    expect(text.match(/.*[^\u00a0]:(?!\/\/).*/g)).toBeNull();
});

test('things side by side have the comma of the language', async () => {
  expect((await speak('ar')).comma()).toBe('، ');
  expect((await speak('he')).comma()).toBe(', ');
});

describe.each(names)('the words of %s', (name) => {
  test('tell the values of each list apart', async () => {
    const words = await speak(name);
    const lists: [readonly string[], (value: never) => string][] = [
      [vocabulary.entityKinds, words.kindWord],
      [vocabulary.categories, words.categoryWord],
      [vocabulary.listingStatuses, words.listingStatusWord],
      [vocabulary.eventTypes, words.eventTypeWord],
      [vocabulary.relationTypes, words.relationTypeWord],
      [vocabulary.sourceKinds, words.sourceKindWord],
      [vocabulary.nameTypes, words.nameTypeWord],
      [['listed', 'was-listed', 'none'], words.standingWord],
      [['listed', 'was-listed', 'none'], words.standingShortWord],
    ];
    for (const [values, toWord] of lists)
      expect(new Set(values.map((value) => toWord(value as never))).size).toBe(values.length);
  });
});
