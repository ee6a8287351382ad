/** The rule redirects: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { redirects } from '../../../src/compile/rules/redirects.ts';
import { placesOf } from './check-rule.ts';

it.each([
  ['a redirect to nowhere', { old: 'gone' }, 'old'],
  ['an id still in use', { 'acme-optics': 'acme-optics' }, 'acme-optics'],
  ['a chain', { older: 'old', old: 'acme-optics' }, 'older'],
])('catches %s', (_what, moved, field) => {
  expect(placesOf(redirects, [{}], { moved })).toEqual([`moved.json ${field}`]);
});

it('catches an id in two files', () => {
  expect(placesOf(redirects, [{}, {}])).toEqual(['acme-optics.json id']);
});

it('catches an id that went without one', () => {
  expect(placesOf(redirects, [{}], { gone: ['acme-old', 'acme-older'], moved: { 'acme-old': 'acme-optics' } })).toEqual([
    'moved.json acme-older',
  ]);
});

it('lets a redirect to an entity through', () => {
  expect(placesOf(redirects, [{}], { moved: { old: 'acme-optics' } })).toEqual([]);
});
