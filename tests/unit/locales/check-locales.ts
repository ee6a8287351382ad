/** What can be wrong with a locale beside the English one, each problem as a sentence that says what to do. */
import type { Locale } from './read-locales.ts';

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}|%s/g))].sort();
}

export function missingTexts(english: Locale, locale: Locale): string[] {
  const problems: string[] = [];
  const needed = new Intl.PluralRules(locale.tag).resolvedOptions().pluralCategories;
  for (const [key, message] of english.messages) {
    const own = locale.messages.get(key);
    const forms = message.has('') ? [''] : needed;
    for (const form of forms) {
      if (!own?.get(form))
        problems.push(
          `${locale.name}.json: add “${form ? `${key}.${form}` : key}”; English: ${[...message.values()].at(-1)!}`,
        );
    }
    for (const form of own?.keys() ?? [])
      if (!forms.includes(form))
        problems.push(`${locale.name}.json: remove “${key}.${form}”: the language has no such form`);
  }
  for (const key of locale.messages.keys())
    if (!english.messages.has(key))
      problems.push(`${locale.name}.json: remove “${key}”: en.json does not have it`);
  return problems;
}

/** How many of the first numbers take a plural form: a form for one number may spell it out. */
function countsOf(tag: string, form: string): number {
  const rules = new Intl.PluralRules(tag);
  return Array.from({ length: 200 }, (_, count) => rules.select(count)).filter((one) => one === form).length;
}

export function wrongPlaceholders(english: Locale, locale: Locale): string[] {
  const problems: string[] = [];
  for (const [key, message] of locale.messages) {
    const originals = [...(english.messages.get(key)?.values() ?? [])];
    const known = new Set(originals.flatMap(placeholders));
    for (const [form, text] of message) {
      const isOneNumber = form !== '' && countsOf(locale.tag, form) === 1;
      const own = new Set(placeholders(text));
      for (const name of own)
        if (!known.has(name))
          problems.push(`${locale.name}.json: ${key} ${form} has ${name}, English has not`);
      for (const name of known)
        if (!own.has(name) && !(isOneNumber && name === '{count}'))
          problems.push(`${locale.name}.json: ${key} ${form} lacks ${name}`);
    }
  }
  return problems;
}

/** Texts of several words that read exactly as in English: left there and not translated. */
export function untranslated(english: Locale, locale: Locale): string[] {
  const problems: string[] = [];
  for (const [key, message] of locale.messages) {
    const originals = [...(english.messages.get(key)?.values() ?? [])];
    for (const text of message.values())
      if (originals.includes(text) && (text.match(/[a-z]{2,}(?![^{]*\})/gi) ?? []).length > 2)
        problems.push(`${locale.name}.json: translate “${key}”: ${text}`);
  }
  return problems;
}

/**
 * French signs that a line's end would part from their word, for want of a space that does not break; and names behind words
 * that lose their vowel before some of them: "de Intellexa" has to be "d’Intellexa".
 */
export function wrongFrench({ name, messages }: Locale): string[] {
  const texts = [...messages].flatMap(([key, message]) => [...message.values()].map((text) => [key, text]));
  return texts.flatMap(([key, text]) => [
    ...(/ [:;?!»]|« /.test(text!) ? [`${name}.json: ${key} breaks before a sign: ${text}`] : []),
    ...(/\b(?:de|que|le|la|se) \{(?:name|entity)\}/.test(text!)
      ? [`${name}.json: ${key} has a name behind a word that may lose its vowel: ${text}`]
      : []),
  ]);
}

/** Keys that nothing asks for. A template (`card.scope.${scope}`) uses all keys that begin like it, `word('kind', …)` the group. */
export function unusedTexts(english: Locale, sources: readonly string[]): string[] {
  const used = new Set<string>();
  const beginnings: string[] = [];
  for (const source of sources) {
    for (const [, key] of source.matchAll(/['"`]([\w.]+)['"`]/g)) used.add(key!);
    for (const [, key] of source.matchAll(/__MSG_(\w+)__/g)) used.add(key!);
    for (const [, beginning] of source.matchAll(/`(\w+(?:\.\w+)*\.)\$\{/g)) beginnings.push(beginning!);
    for (const [, group] of source.matchAll(/\bword\('(\w+)'/g)) beginnings.push(`${group!}.`);
  }
  return [...english.messages.keys()]
    .filter(
      (key) =>
        !used.has(key) &&
        !used.has(key.replaceAll('.', '_')) &&
        !beginnings.some((beginning) => key.startsWith(beginning)),
    )
    .map((key) => `en.json: remove “${key}” (and in all locales): nothing asks for it`);
}
