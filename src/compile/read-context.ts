/** Reads `data/context.json`: words, by language, that speak for a field of surveillance, and neutral ones that speak for nothing. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { categories } from '../dataset/vocabulary.ts';

/** A star stands for endings, so only at the end: within, nothing would ever match. */
const words = z.array(
  z
    .string()
    .trim()
    .regex(/^[^*]+\*?$/, 'a star stands at the end only'),
);
const wordLists = z.strictObject({ strong: words, weak: words });

/** `data/context.json`: words that speak for whole fields of surveillance, per language; `any` for all fields. */
export const contextSchema = z.strictObject({
  topics: z.record(z.string(), z.array(z.enum(categories)).min(1)),
  languages: z.record(z.string().regex(/^[a-z]{2}$/), z.record(z.string(), wordLists)),
  /** What an English word is called in other languages: it speaks wherever that speaks for a name. */
  translations: z.record(z.string(), z.record(z.string().regex(/^[a-z]{2}$/), words)),
  neutral: words,
});
export type ContextVocabulary = z.infer<typeof contextSchema>;

/** Throws when `data/context.json` breaks its schema. */
export function readContext(folder: string): ContextVocabulary {
  return contextSchema.parse(JSON.parse(readFileSync(path.join(folder, 'context.json'), 'utf8')));
}
