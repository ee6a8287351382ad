/** Locales that Chromium looks for by their region: it does not turn to a language's other region, nor always to the language alone. */
import { join } from 'node:path';
import { generateChromeMessagesText, parseMessagesFile } from '@wxt-dev/i18n/build';

/** The browser's locale, and the file of assets/locales that serves it. All other locales of browsers have a file by their own name. */
const served = { es_419: 'es', pt_PT: 'pt_BR' };

/** The messages of those locales, as files of the package. */
export function regionalLocales(
  localesFolder: string,
): Promise<{ contents: string; relativeDest: string }[]> {
  return Promise.all(
    Object.entries(served).map(async ([locale, file]) => ({
      contents: generateChromeMessagesText(await parseMessagesFile(join(localesFolder, `${file}.json`))),
      relativeDest: `_locales/${locale}/messages.json`,
    })),
  );
}
