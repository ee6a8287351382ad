/** The rule source-kinds: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { sourceKinds } from '../../../src/compile/rules/source-kinds.ts';
import { sampleSource } from '../../unit/compile/sample-entities.ts';
import { fieldsOf } from './check-rule.ts';

it('catches a newsroom called primary and an authority called news', () => {
  const sources = [
    sampleSource('s1', { url: 'https://www.reuters.com/a' }),
    sampleSource('s2', { url: 'https://home.treasury.gov/a', kind: 'news' }),
  ];
  expect(fieldsOf(sourceKinds, { sources })).toEqual(['sources.s1.kind', 'sources.s2.kind']);
});

it('lets others be what their file says', () => {
  expect(fieldsOf(sourceKinds, {})).toEqual([]);
});
