/** The facts are written in English, whatever the language of the interface: how they are marked up, and that it is said. */
import { isEnglish, t } from './translate.ts';

/** Attributes of an element that holds a fact, so that it is read out, broken and ordered as English. */
export const english = { lang: 'en', dir: 'ltr' } as const;

/** Says once on a screen that the facts are in English; nothing where the whole screen is. */
export function FactsLanguage({ class: name }: { class: string }) {
  return isEnglish() ? null : <p class={name}>{t('facts_language')}</p>;
}
