/** The interface's words for why a name is marked say in English what a terminal says. */
import './english.ts';
import { expect, test } from 'vitest';
import { explain } from '../../../src/match/explain.ts';
import type { Reason } from '../../../src/match/types.ts';
import { explainPhrases } from '../../../src/ui/explain-phrases.ts';

const reasons: Reason[][] = [
  [{ code: 'sure' }],
  [{ code: 'names', words: ['Candiru'] }],
  [
    { code: 'names', words: ['Candiru', 'NSO Group', 'Pegasus'] },
    { code: 'words', words: ['spyware'] },
  ],
  [{ code: 'words', words: ['spyware', 'phones'] }, { code: 'same-name' }],
];

test.each(reasons.flatMap((one) => ['Graphite', 'Paragon'].map((entity) => [entity, one] as const)))(
  '%s, %j',
  (entity, one) => {
    const mention = { entity: 'graphite', name: 'Graphite', start: 0, end: 8, reasons: one };
    const sentences = explain(mention, entity, explainPhrases);
    expect(sentences).toEqual(explain(mention, entity));
    expect(sentences.join(' ')).toMatch(/^“Graphite” [^{}]+\.$/);
  },
);
