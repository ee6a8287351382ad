/** Whether the matcher marks in each article of tests/articles what its labels say, and nothing else. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadMatcher } from '../../../src/commands/load-matcher.ts';
import {
  compareArticle,
  inWords,
  isLike,
  knownFailuresSchema,
  readArticles,
} from '../../articles/article.ts';
import { uncoveredNames } from '../../articles/name-coverage.ts';

const folder = path.resolve(import.meta.dirname, '../../articles');
const articles = readArticles(folder);
const { matcher, entities } = loadMatcher();
const knownFailures = knownFailuresSchema.parse(
  JSON.parse(readFileSync(path.join(folder, 'known-failures.json'), 'utf8')),
);
const compared = new Map(articles.map((article) => [article.name, compareArticle(matcher, article)]));
const ids = new Set(entities.map(({ id }) => id));

describe('articles', () => {
  it.each(articles)('$name: $about', ({ name, expected }) => {
    expect(expected.map(({ entity }) => entity).filter((id) => id !== '?' && !ids.has(id))).toEqual([]);
    const unknown = compared
      .get(name)!
      .differences.filter(
        (difference) => !knownFailures.some((failure) => isLike(failure, name, difference)),
      );
    expect(unknown.map(inWords)).toEqual([]);
  });

  it('reach precision 0.99 and recall 0.98, known failures counted as failures', () => {
    const results = [...compared.values()];
    const count = (kind: 'wrong' | 'missed') =>
      results.flatMap(({ differences }) => differences).filter((difference) => difference.kind === kind)
        .length;
    const right = results.reduce((sum, result) => sum + result.right, 0);
    expect(right / (right + count('wrong'))).toBeGreaterThanOrEqual(0.99);
    expect(right / (right + count('missed'))).toBeGreaterThanOrEqual(0.98);
  });

  it('have no known failure that no longer fails', () => {
    const stale = knownFailures.filter(
      (failure) =>
        !compared
          .get(failure.article)
          ?.differences.some((difference) => isLike(failure, failure.article, difference)),
    );
    expect(stale).toEqual([]);
  });

  it('show every ambiguous name in both senses', () => {
    expect(uncoveredNames(articles, entities, matcher)).toEqual([]);
  });

  it('are at least eighty, in twelve languages or more', () => {
    expect(articles.length).toBeGreaterThanOrEqual(80);
    expect(new Set(articles.map(({ language }) => language)).size).toBeGreaterThanOrEqual(12);
  });
});
