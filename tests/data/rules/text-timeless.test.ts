/** The rule text-timeless: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { textTimeless } from '../../../src/compile/rules/text-timeless.ts';
import { fieldsOf, withEvent } from './check-rule.ts';


it.each(['Acme recently sold Eye.', 'Acme currently sells Eye.', 'Acme sold Eye last year.', 'Today Acme sells Eye.'])('catches “%s”', (text) => {
  expect(fieldsOf(textTimeless, withEvent({ text }))).toEqual(['events.e1.text']);
});

it.each(['Acme sold Eye in 2021.', 'Acme said: “We sell Eye today.”'])('lets “%s” through', (text) => {
  expect(fieldsOf(textTimeless, withEvent({ text }))).toEqual([]);
});
