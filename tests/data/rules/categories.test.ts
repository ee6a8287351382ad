/** The rule categories: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { categories } from '../../../src/compile/rules/categories.ts';
import { fieldsOf } from './check-rule.ts';

it('catches a company without a category, and one named twice', () => {
  expect(fieldsOf(categories, { categories: [] })).toEqual(['categories']);
  expect(fieldsOf(categories, { categories: ['stalkerware', 'stalkerware'] })).toEqual(['categories']);
});

it('lets an instrument go without', () => {
  expect(fieldsOf(categories, { kind: 'instrument', categories: [] })).toEqual([]);
});
