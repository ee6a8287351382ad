/** The rule as-of: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { asOf } from '../../../src/compile/rules/as-of.ts';
import { precisionOf } from '../../../src/dataset/dates.ts';
import { sampleSource } from '../../unit/compile/sample-entities.ts';
import { fieldsOf } from './check-rule.ts';

const later = { asOf: { value: '2022-06', precision: 'month' as const } };

it('catches a state newer than every source', () => {
  expect(fieldsOf(asOf, later)).toEqual(['asOf']);
});

it('catches a state older than the newest event, as far as both dates are known', () => {
  const asOfIn = (value: string) => ({ asOf: { value, precision: precisionOf(value)! } });
  expect(fieldsOf(asOf, asOfIn('2021'))).toEqual(['asOf']);
  expect(fieldsOf(asOf, asOfIn('2022-04'))).toEqual(['asOf']);
  expect(fieldsOf(asOf, asOfIn('2022'))).toEqual([]);
});

it('lets an undated page bear it out', () => {
  expect(fieldsOf(asOf, {})).toEqual([]);
  expect(fieldsOf(asOf, { ...later, sources: [sampleSource('s1'), sampleSource('s2', { published: null })] })).toEqual([]);
});
