/** The rule categories: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { categories } from '../../../src/compile/rules/categories.ts';
import { fieldsOf } from './check-rule.ts';

it('catches a company, product or investor without a category, and one named twice', () => {
  for (const kind of ['company', 'product', 'investor'] as const)
    expect(fieldsOf(categories, { kind, categories: [] })).toEqual(['categories']);
  expect(fieldsOf(categories, { categories: ['stalkerware', 'stalkerware'] })).toEqual(['categories']);
});

it('lets an instrument go without', () => {
  expect(fieldsOf(categories, { kind: 'instrument', categories: [] })).toEqual([]);
});
