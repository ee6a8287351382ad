/** The rule neutral-words: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { neutralWords } from '../../../src/compile/rules/neutral-words.ts';
import { fieldsOf, withEvent } from './check-rule.ts';

it.each(['The notorious vendor sold it.', 'It clearly broke the law.', 'Its world-class product was sold.'])('catches “%s”', (text) => {
  expect(fieldsOf(neutralWords, withEvent({ text }))).toEqual(['events.e1.text']);
});

it('lets plain words and quoted ones through', () => {
  expect(fieldsOf(neutralWords, withEvent({ text: 'A senator called Acme “notorious”; Acme denied it.' }))).toEqual([]);
  expect(fieldsOf(neutralWords, {})).toEqual([]);
});
