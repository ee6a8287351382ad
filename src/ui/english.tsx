/** The facts are written in English, whatever the language of the interface: how they are marked up, and that it is said. */
import type { ComponentChildren } from 'preact';
import { isEnglish, t, type MessageKey } from './translate.ts';

/** Attributes of an element that holds a fact, so that it is read out, broken and ordered as English. */
export const english = { lang: 'en', dir: 'ltr' } as const;

/** Stands for a value while a text is split around it. */
const gap = (index: number) => `\u0000${index}\u0000`;

interface SentenceProps {
  of: MessageKey;
  values: Record<string, ComponentChildren>;
}

/** The text of a key with elements for values: an English one within a sentence of another language keeps its own. */
export function Sentence({ of, values }: SentenceProps) {
  const gaps = Object.keys(values).map((name, index) => [name, gap(index)] as const);
  const shown = Object.values(values);
  return (
    <>
      {t(of, Object.fromEntries(gaps))
        .split('\u0000')
        .map((part, index) => (index % 2 === 0 ? part : shown[Number(part)]))}
    </>
  );
}

/** Says once on a screen that the facts are in English; nothing where the whole screen is. */
export function FactsLanguage({ class: name }: { class: string }) {
  return isEnglish() ? null : <p class={name}>{t('facts_language')}</p>;
}
