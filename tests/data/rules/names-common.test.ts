/** The rule names-common: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { namesCommon } from '../../../src/compile/rules/names-common.ts';
import { fieldsOf } from './check-rule.ts';

const check = (text: string, ambiguous?: true) =>
  fieldsOf(namesCommon, { names: [{ text, type: 'primary', ...(ambiguous && { ambiguous }) }] });

it.each(['Phantom', 'Predator', 'Owls', 'Candice', 'Lahore', 'Herzliya', 'Kyrgyzstan', 'Adobe'])('catches %s: a word, a first name, a city, a company', (text) => {
  expect(check(text)).toEqual([`names["${text}"]`]);
});

it('looks at a name without its remark in brackets, since that is what is marked', () => {
  expect(check('Phantom (spyware)')).toEqual(['names["Phantom (spyware)"]']);
});

it('lets an ambiguous one through, and a name that nothing else has', () => {
  expect(check('Phantom', true)).toEqual([]);
  expect(check('FinSpy')).toEqual([]);
});
