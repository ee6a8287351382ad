/** `data/context.json`: words that could never be found are refused. */
import { expect, test } from 'vitest';
import { contextSchema } from '../../../src/compile/read-context.ts';

const holding = (word: string) =>
  contextSchema.safeParse({
    topics: {},
    languages: { en: { any: { strong: [word], weak: [] } } },
    translations: {},
    neutral: [],
  });

test.each(['spyware', 'surveill*', 'face recognition', '脸'])('takes %s', (word) => {
  expect(holding(word).success).toBe(true);
});

test.each(['', ' ', '*', 'recogni* of faces', 'spy**'])('refuses “%s”, which no text holds', (word) => {
  expect(holding(word).success).toBe(false);
});
