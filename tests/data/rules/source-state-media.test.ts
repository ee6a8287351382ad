/** The rule source-state-media: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { sourceStateMedia } from '../../../src/compile/rules/source-state-media.ts';
import { sampleSource } from '../../unit/compile/sample-entities.ts';
import { placesOf } from './check-rule.ts';

const stateMedia = [
  { names: ['Acme News', "People's Acme"], state: 'CN', hosts: ['acme.example'], why: 'A ministry runs it.', sources: [] },
];
const check = (url: string, publisher: string) =>
  placesOf(sourceStateMedia, [{ sources: [sampleSource('s1', { url, publisher })] }], { stateMedia });

it.each([
  ['https://acme.example/1', 'Reuters'],
  ['https://en.acme.example/1', 'The Daily'],
  ['https://acme.example/1', 'Acme Newsroom'],
  ['https://mirror.example/1', 'Mirror / Acme News'],
  ['https://mirror.example/1', 'Acme News, republished by Mirror'],
  ['https://mirror.example/1', 'Mirror (Acme News)'],
  ['https://mirror.example/1', 'People’s Acme (via Mirror)'],
])('catches %s by “%s”', (url, publisher) => {
  expect(check(url, publisher)).toEqual(['acme-optics.json sources.s1.publisher']);
});

it.each([
  ['https://acme.example/1', 'Acme News'],
  ['https://pt.acme.example/1', 'People’s Acme Online (Portuguese)'],
  ['https://acme.example/1', 'Acme News (Reuters)'],
  ['https://mirror.example/1', 'Acme News (via Mirror)'],
  ['https://mirror.example/1', 'Mirror (on Acme News)'],
  ['https://mirror.example/1', 'Acme Newsletter'],
  ['https://mirror.example/1', 'PanAcme News'],
  ['https://example.org/1', 'Example Gazette'],
])('lets %s by “%s” through', (url, publisher) => {
  expect(check(url, publisher)).toEqual([]);
});
