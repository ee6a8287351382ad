/** The rule as-of: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { asOf } from '../../../src/compile/rules/as-of.ts';
import { sampleSource } from '../../unit/compile/sample-entities.ts';
import { fieldsOf } from './check-rule.ts';

const later = { asOf: { value: '2022-06', precision: 'month' as const } };

it('catches a state newer than every source', () => {
  expect(fieldsOf(asOf, later)).toEqual(['asOf']);
});

it('lets an undated page bear it out', () => {
  expect(fieldsOf(asOf, {})).toEqual([]);
  expect(fieldsOf(asOf, { ...later, sources: [sampleSource('s1'), sampleSource('s2', { published: null })] })).toEqual([]);
});
