/** The rule plain-letters: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { plainLetters } from '../../../src/compile/rules/plain-letters.ts';
import { fieldsOf, withEvent } from './check-rule.ts';


it.each([
  ['a line end', 'Acme sold\nit.'],
  ['a right-to-left override', 'Acme sold \u202eit.'],
  ['a zero-width space', 'Acme\u200b sold it.'],
  ['a joiner between letters that need none', 'Ac\u200cme sold it.'],
  ['a soft hyphen', 'Ac\u00adme sold it.'],
  ['a no-break space', 'Acme\u00a0sold it.'],
  ['two spaces', 'Acme  sold it.'],
  ['a replacement character', 'Acm\ufffd sold it.'],
  ['letters that are not composed', 'Acme\u0301 sold it.'],
  ['a Cyrillic letter in a Latin word', 'Acm\u0435 sold it.'],
  ['a wrong encoding', 'Acm\u00c3\u00a9 sold it.'],
])('catches %s', (_what, text) => {
  expect(new Set(fieldsOf(plainLetters, withEvent({ text })))).toEqual(new Set(['events.e1.text']));
});

it('looks at names, cues and notes too', () => {
  const names = [{ text: 'A\u0441me', type: 'primary' as const, context: ['camera\u200b'] }];
  expect(fieldsOf(plainLetters, { names })).toEqual(['names["A\u0441me"].text', 'names["A\u0441me"].context[0]']);
});

it.each(['Ростех', 'שיטור', '海康威视', 'Société Générale', 'نرم\u200cافزار', 'ZTE (中兴)'])('lets “%s” through', (text) => {
  expect(fieldsOf(plainLetters, { names: [{ text, type: 'primary' }] })).toEqual([]);
});
