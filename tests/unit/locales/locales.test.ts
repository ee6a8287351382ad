/** Every language has every text, with its placeholders and its plural forms, and no text that nothing asks for. */
import { describe, expect, test } from 'vitest';
import { missingTexts, untranslated, unusedTexts, wrongFrench, wrongPlaceholders } from './check-locales.ts';
import { readLocales, readSources, toLocale } from './read-locales.ts';

const [english, ...others] = readLocales();
const all = [english, ...others];

describe('assets/locales', () => {
  test('has the languages that are promised', () => {
    expect(others.map(({ name }) => name)).toEqual(['ar', 'de', 'es', 'fr', 'he', 'pt_BR']);
  });
  test.each(all)('$name has every text and plural form', (locale) => {
    expect(missingTexts(english, locale)).toEqual([]);
  });
  test.each(all)('$name keeps the placeholders', (locale) => {
    expect(wrongPlaceholders(english, locale)).toEqual([]);
  });
  test.each(others)('$name is translated', (locale) => {
    expect(untranslated(english, locale)).toEqual([]);
  });
  test('fr keeps signs with their words, and names from words that would lose a vowel', () => {
    expect(wrongFrench(others.find(({ name }) => name === 'fr')!)).toEqual([]);
  });
  test('holds no text that nothing asks for', () => {
    expect(unusedTexts(english, readSources())).toEqual([]);
  });
  test.each(all)('$name names itself and its direction', ({ tag, messages }) => {
    const text = (key: string) => messages.get(key)?.get('');
    expect(text('locale.dates')?.slice(0, 2)).toBe(tag.slice(0, 2));
    expect(text('locale.direction')).toBe(['ar', 'he'].includes(tag) ? 'rtl' : 'ltr');
  });
  test.each(all)('$name fits what stores and browsers take', ({ messages }) => {
    // Chrome's limit for a manifest's description.
    expect(messages.get('extension.description')?.get('')?.length).toBeLessThanOrEqual(132);
  });
});

describe('the checks', () => {
  const source = toLocale('en', {
    hello: 'Hello {name}, how are you',
    group: { shown: { one: 'One entry', other: '{count} entries' } },
  });
  const arabic = (shown: Record<string, string>, hello = 'مرحبًا {name}') =>
    toLocale('ar', { hello, group: { shown: { other: '{count} سجل', ...shown } } });
  const complete = {
    zero: 'لا سجلات',
    one: 'سجل واحد',
    two: 'سجلان',
    few: '{count} سجلات',
    many: '{count} سجلًا',
  };

  test('find nothing in a complete locale', () => {
    const locale = arabic(complete);
    expect([
      ...missingTexts(source, locale),
      ...wrongPlaceholders(source, locale),
      ...untranslated(source, locale),
    ]).toEqual([]);
  });
  test('find missing texts and forms, and needless ones', () => {
    expect(missingTexts(source, toLocale('ar', {}))[0]).toBe(
      'ar.json: add “hello”; English: Hello {name}, how are you',
    );
    expect(missingTexts(source, arabic({}))).toHaveLength(5);
    expect(missingTexts(source, toLocale('de', { hello: 'Hallo {name}', more: 'x' }))).toEqual([
      'de.json: add “group.shown.one”; English: {count} entries',
      'de.json: add “group.shown.other”; English: {count} entries',
      'de.json: remove “more”: en.json does not have it',
    ]);
    const german = { hello: 'Hallo {name}', group: { shown: { one: 'a', few: 'b', other: 'c' } } };
    expect(missingTexts(source, toLocale('de', german))).toEqual([
      'de.json: remove “group.shown.few”: the language has no such form',
    ]);
  });
  test('find lost and invented placeholders; only a form for a single number may leave it out', () => {
    expect(wrongPlaceholders(source, arabic({ ...complete, few: 'سجلات' }, 'مرحبًا {nom}'))).toEqual([
      'ar.json: hello  has {nom}, English has not',
      'ar.json: hello  lacks {name}',
      'ar.json: group.shown few lacks {count}',
    ]);
    // In French, 0 takes the form of 1.
    const french = toLocale('fr', { group: { shown: { one: 'Une entrée', other: '{count} entrées' } } });
    expect(wrongPlaceholders(source, french)).toEqual(['fr.json: group.shown one lacks {count}']);
  });
  test('find English left in place', () => {
    expect(untranslated(source, arabic(complete, 'Hello {name}, how are you'))).toHaveLength(1);
  });
  test('find French signs that may stand alone, and names behind “de”', () => {
    const spaced = (space: string) =>
      toLocale('fr', { a: `« oui${space}» :${space}un`, b: `Profil${space}: {name}` });
    expect(wrongFrench(spaced(' '))).toHaveLength(2);
    expect(wrongFrench(toLocale('fr', { b: 'Profil\u00a0: {name}', c: 'Profil de {name}' }))).toHaveLength(1);
  });
  test('find unused texts', () => {
    expect(unusedTexts(source, ["t('hello')", '"__MSG_other__"'])).toHaveLength(1);
    expect(unusedTexts(source, ['"__MSG_hello__"', 't(`group.${key}`)'])).toEqual([]);
    expect(unusedTexts(source, ["t('hello')", "word('group', value)"])).toEqual([]);
  });
});
