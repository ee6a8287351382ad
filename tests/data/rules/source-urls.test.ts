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
  ['the mark of a search engine’s results', urls('https://example.org/a?srsltid=x'), ['sources.s1.url']],
  ['tracking behind another parameter', urls('https://example.org/a?page=1&fbclid=x'), ['sources.s1.url']],
  ['one page with and without tracking', urls('https://example.org/a', 'https://example.org/A?gclid=x'), ['sources.s1.url', 'sources.s2.url', 'sources.s2.url']],
  ['a name for signing in', urls('https://me@example.org/a'), ['sources.s1.url']],
  ['a password', urls('https://:secret@example.org/a'), ['sources.s1.url']],
  ...['localhost', '127.0.0.1', '[::1]', 'printer.local', 'wiki.internal'].map(
    (host): [string, ReturnType<typeof urls>, string[]] => [host, urls(`https://${host}/a`), ['sources.s1.url']],
  ),
])('catches %s', (_what, change, fields) => {
  expect(fieldsOf(sourceUrls, change)).toEqual(fields);
});

it('catches a website or a copy that is no public page, and a copy outside the archives', () => {
  expect(fieldsOf(sourceUrls, { identifiers: { wikidata: null, website: 'http://printer.local/' } })).toEqual(['identifiers.website']);
  expect(fieldsOf(sourceUrls, { identifiers: { wikidata: null, website: 'https://example.org/' } })).toEqual([]);
  const copyAt = (archiveUrl: string) => fieldsOf(sourceUrls, { sources: [sampleSource('s1', { archiveUrl })] });
  expect(copyAt('https://me:secret@web.archive.org/web/2020/https://example.org/')).toContain('sources.s1.url');
  expect(copyAt('https://example.org/copy')).toEqual(['sources.s1.archiveUrl']);
});

it('lets different pages through, and a copy beside its original', () => {
  expect(fieldsOf(sourceUrls, urls('https://example.org/a?page=1', 'https://example.org/a?page=2'))).toEqual([]);
  const archiveUrl = 'https://web.archive.org/web/2020/https://example.org/';
  expect(fieldsOf(sourceUrls, { sources: [sampleSource('s1', { archiveUrl })] })).toEqual([]);
});
