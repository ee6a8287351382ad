/** The rule source-hosts: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { sourceHosts } from '../../../src/compile/rules/source-hosts.ts';
import { sampleSource } from '../../unit/compile/sample-entities.ts';
import { fieldsOf } from './check-rule.ts';

it.each([
  'https://karya-semi.vercel.app/blog/1',
  'https://humurdu.azurewebsites.net/latest/1',
  'https://bbctodays.pages.dev/news/1',
  'https://acme.notion.site/Note-1',
  'https://mirror.duckdns.org/en/1',
  'https://news.acme.eu.org/1',
])('catches %s', (url) => {
  expect(fieldsOf(sourceHosts, { sources: [sampleSource('s1', { url })] })).toEqual(['sources.s1.url']);
});

it.each([
  'https://vercel.com/blog/1',
  'https://arcrimea.org/1',
  'https://europe.eu.org.example/1',
  'https://webpages.dev/1',
])('lets %s through', (url) => {
  expect(fieldsOf(sourceHosts, { sources: [sampleSource('s1', { url })] })).toEqual([]);
});
