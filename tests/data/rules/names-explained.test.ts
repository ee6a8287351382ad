/** The rule names-explained: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { namesExplained } from '../../../src/compile/rules/names-explained.ts';
import { fieldsOf } from './check-rule.ts';

it('catches an ambiguous name that nothing explains', () => {
  expect(fieldsOf(namesExplained, { names: [{ text: 'Eye', type: 'primary', ambiguous: true }] })).toEqual(['names["Eye"]']);
});

it('lets an explained one through', () => {
  const otherMeanings = [{ meaning: 'the organ' }];
  expect(fieldsOf(namesExplained, { names: [{ text: 'Eye', type: 'primary', ambiguous: true, otherMeanings }] })).toEqual([]);
  expect(fieldsOf(namesExplained, {})).toEqual([]);
});
