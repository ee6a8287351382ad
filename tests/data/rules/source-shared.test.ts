/** The rule source-shared: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { sourceShared } from '../../../src/compile/rules/source-shared.ts';
import type { Source } from '../../../src/dataset/entity.ts';
import { sampleSource } from '../../unit/compile/sample-entities.ts';
import { placesOf } from './check-rule.ts';

const check = (change: Partial<Source>) =>
  placesOf(sourceShared, [{ sources: [sampleSource('s1')] }, { id: 'acme-eye', sources: [sampleSource('s1', change)] }]);

it.each([
  ['date', 'published', { published: { value: '2022-05', precision: 'month' as const } }],
  ['date where the other has none', 'published', { published: null }],
  ['title', 'title', { title: 'Page 1' }],
  ['publisher', 'publisher', { publisher: 'Gazette' }],
  ['kind', 'kind', { kind: 'news' as const }],
])('catches another %s for the same page', (_what, field, change) => {
  expect(check(change)).toEqual([`acme-eye.json sources.s1.${field}`]);
});

it.each([
  ['a note of its own', { supports: 'Says what acme-eye does.' }],
  ['another page', { url: 'https://example.org/s2', title: 'Page 2' }],
])('lets %s through', (_what, change) => {
  expect(check(change)).toEqual([]);
});
