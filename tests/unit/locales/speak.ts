/** Lets a unit test read the interface in one of its languages, in a browser of a given region. */
import { vi } from 'vitest';
import { readLocales } from './read-locales.ts';

interface Api {
  i18n?: { getMessage: (key: string) => string };
}

/** The texts and dates of assets/locales/<name>.json; `browserLocale` is what the browser calls its own, such as `es_MX`. */
export async function speak(name: string, browserLocale = name) {
  const locale = readLocales().find((one) => one.name === name);
  const texts = new Map<string, string>([['@@ui_locale', browserLocale]]);
  for (const [key, message] of locale?.messages ?? [])
    for (const [form, text] of message) texts.set(`${key}${form && '.'}${form}`.replaceAll('.', '_'), text);
  const scope = globalThis as { chrome?: Api; browser?: Api };
  for (const api of [(scope.chrome ??= {}), scope.browser])
    if (api) api.i18n = { ...api.i18n, getMessage: (key) => texts.get(key) ?? '' };
  // What a language is, is kept from the first time that it is asked.
  vi.resetModules();
  return {
    ...(await import('../../../src/ui/translate.ts')),
    ...(await import('../../../src/ui/dates.ts')),
    ...(await import('../../../src/ui/words.ts')),
  };
}
