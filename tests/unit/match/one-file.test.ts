/** A wrong match is mended in one entity's JSON file: the match goes, and no other article reads differently. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { annotateBlocks, paragraphs } from '../../../src/commands/annotate-text.ts';
import { loadMatcher } from '../../../src/commands/load-matcher.ts';
import { compileNames } from '../../../src/compile/compile-names.ts';
import { dataFolder } from '../../../src/compile/paths.ts';
import { readContext } from '../../../src/compile/read-context.ts';
import { entitySchema } from '../../../src/dataset/entity.ts';
import { createMatcher } from '../../../src/match/matcher.ts';
import type { Matcher } from '../../../src/match/types.ts';
import { readArticles } from '../../articles/article.ts';

const { matcher, entities } = loadMatcher();
const articles = readArticles(path.resolve(import.meta.dirname, '../../articles'));

/** What is wrong is a real weakness of today's data: the words of the sea speak for the maritime data firm Windward. */
const wrong =
  'The school ship Windward lay at the quay. She is a maritime training vessel, and her cadets go aloft.';
const right = 'Windward, an Israeli firm, follows tankers by AIS and sells maritime data to governments.';

/** The matcher after an edit of one entity's file. */
function matcherAfter(id: string, edit: (file: { names: Record<string, unknown>[] }) => void): Matcher {
  return createMatcher(
    compileNames(
      entities.map((entity) => {
        if (entity.id !== id) return entity;
        const file = structuredClone(entity);
        edit(file);
        return entitySchema.parse(file);
      }),
      readContext(dataFolder),
    ),
  );
}

const marked = (by: Matcher, text: string, language?: string) =>
  annotateBlocks(
    by,
    paragraphs(text).map((block) => ({ ...block, language })),
    text,
  ).map(({ entity, surface, start }) => `${entity}: ${surface} at ${start}`);

const others = articles.filter(({ text }) => !text.includes('Windward'));
const readAll = (by: Matcher) =>
  others.map(({ name, text, language }) => [name, ...marked(by, text, language)]);
const before = readAll(matcher);

test.each([
  ['otherMeanings', { otherMeanings: [{ meaning: 'a ship', cues: ['quay', 'cadets', 'aloft'] }] }],
  ['notBefore', { notBefore: ['school ship'] }],
  ['onlyWithKin', { onlyWithKin: true }],
])(
  '%s under the name, and nothing else',
  (_field, knowledge) => {
    expect(marked(matcher, wrong)).toEqual(['windward: Windward at 16']);
    const mended = matcherAfter('windward', ({ names }) => {
      const name = names.find(({ text }) => text === 'Windward')!;
      Object.assign(name, knowledge);
    });
    expect(marked(mended, wrong)).toEqual([]);
    if (!('onlyWithKin' in knowledge)) expect(marked(mended, right)).toEqual(marked(matcher, right));
    expect(readAll(mended)).toEqual(before);
  },
  20_000,
);

test('a missed match likewise: a word that speaks for the entity', () => {
  const missed = 'Windward raised money in Tel Aviv.';
  expect(marked(matcher, missed)).toEqual([]);
  const mended = matcherAfter('windward', ({ names }) => {
    const name = names.find(({ text }) => text === 'Windward')!;
    name.context = [...(name.context as string[]), 'Tel Aviv'];
  });
  expect(marked(mended, missed)).toEqual(['windward: Windward at 0']);
});
