/** A text with elements in it: where the language wants them, with the words of the language around them. */
import type { ComponentChildren } from 'preact';
import { t, type MessageKey } from './translate.ts';

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
