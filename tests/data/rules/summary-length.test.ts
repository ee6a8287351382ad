/** The rule summary-length: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { summaryLength } from '../../../src/compile/rules/summary-length.ts';
import { fieldsOf } from './check-rule.ts';

it.each([
  ['too short', 'Maker of cameras.'],
  ['too long', `Maker of ${'very '.repeat(80)}many cameras.`],
  ['no sentence', 'Maker of cameras that read faces, sold to cities'],
])('catches a summary that is %s', (_what, summary) => {
  expect(fieldsOf(summaryLength, { summary })).toEqual(['summary']);
});

it('lets an instrument say more', () => {
  const summary = `A list. ${'It does not ban this. '.repeat(20)}`.trim();
  expect(fieldsOf(summaryLength, { kind: 'instrument', summary })).toEqual([]);
  expect(fieldsOf(summaryLength, { kind: 'company', summary })).toEqual(['summary']);
});
