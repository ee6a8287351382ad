/** The rule source-urls: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { sourceUrls } from '../../../src/compile/rules/source-urls.ts';
import { sampleSource } from '../../unit/compile/sample-entities.ts';
import { fieldsOf } from './check-rule.ts';

const urls = (...list: string[]) => ({ sources: list.map((url, index) => sampleSource(`s${index + 1}`, { url })) });

it.each([
  ['one page at two addresses', urls('https://www.example.org/a/', 'http://example.org/a#top'), ['sources.s1.url', 'sources.s2.url']],
  ['tracking', urls('https://example.org/a?utm_source=x'), ['sources.s1.url']],
  ['an archive’s copy', urls('https://web.archive.org/web/2020/https://example.org/'), ['sources.s1.url']],
])('catches %s', (_what, change, fields) => {
  expect(fieldsOf(sourceUrls, change)).toEqual(fields);
});

it('lets different pages through, and a copy beside its original', () => {
  expect(fieldsOf(sourceUrls, urls('https://example.org/a?page=1', 'https://example.org/a?page=2'))).toEqual([]);
  const archiveUrl = 'https://web.archive.org/web/2020/https://example.org/';
  expect(fieldsOf(sourceUrls, { sources: [sampleSource('s1', { archiveUrl })] })).toEqual([]);
});
