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
  ['a page of search results', urls('https://www.google.com/search?q=acme'), ['sources.s1.url']],
  ['another page of search results', urls('https://duckduckgo.com/?q=acme&ia=web'), ['sources.s1.url']],
  ['a shortened address', urls('https://bit.ly/3BcvHgg'), ['sources.s1.url']],
  ['a newspaper’s shortened address', urls('https://wapo.st/3BcvHgg'), ['sources.s1.url']],
  ['one page as for phones', urls('https://example.org/a', 'https://m.example.org/a'), ['sources.s1.url', 'sources.s2.url']],
  ['one page as AMP', urls('https://example.org/a', 'https://example.org/a/amp'), ['sources.s1.url', 'sources.s2.url']],
  ['one page with its parameters in another order', urls('https://example.org/a?x=1&y=2', 'https://example.org/a?y=2&x=1'), ['sources.s1.url', 'sources.s2.url']],
  ['one page in another encoding', urls('https://example.org/%61b', 'https://example.org/ab'), ['sources.s1.url', 'sources.s2.url']],
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

it.each(['https://www.google.com/patents/US1', 'https://example.org/search?id=117', 'https://bit.ly.example.org/a'])('lets %s through', (url) => {
  expect(fieldsOf(sourceUrls, urls(url))).toEqual([]);
});

it('catches a copy of another page, and one made before the page was published', () => {
  const published = { value: '2022-05', precision: 'month' as const };
  const copyAt = (copied: string, url = 'https://www.example.org/a') =>
    fieldsOf(sourceUrls, { sources: [sampleSource('s1', { url, published, archiveUrl: `https://web.archive.org/web/${copied}` })] });
  expect(copyAt('20220601000000/https://other.example/a')).toEqual(['sources.s1.archiveUrl']);
  expect(copyAt('20220430235959/https://example.org/a')).toEqual(['sources.s1.archiveUrl']);
  expect(copyAt('20220501000000/http://example.org/a?x=1')).toEqual([]);
});

it('lets different pages through, and a copy beside its original', () => {
  expect(fieldsOf(sourceUrls, urls('https://example.org/a?page=1', 'https://example.org/a?page=2'))).toEqual([]);
  const archiveUrl = 'https://web.archive.org/web/2020/https://example.org/';
  expect(fieldsOf(sourceUrls, { sources: [sampleSource('s1', { archiveUrl })] })).toEqual([]);
});
