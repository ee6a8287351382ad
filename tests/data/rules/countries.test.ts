/** The rule countries: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { countries } from '../../../src/compile/rules/countries.ts';
import { fieldsOf } from './check-rule.ts';

it.each(['ZZ', 'UK', 'EU', 'XX', 'QQ'])('catches %s', (country) => {
  expect(fieldsOf(countries, { country })).toEqual(['country']);
});

it.each(['GB', 'VG', 'KP', null])('lets %s through', (country) => {
  expect(fieldsOf(countries, { country })).toEqual([]);
});
