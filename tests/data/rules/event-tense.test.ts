/** The rule event-tense: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { eventTense } from '../../../src/compile/rules/event-tense.ts';
import { fieldsOf, withEvent } from './check-rule.ts';

it.each(['Acme will sell the firm.', 'The court was to hear the appeal.', 'They had agreed to settle.', 'The rule is due in May.', 'Acme is to open an office.', 'Acme intends to appeal.'])(
  'catches “%s”',
  (text) => {
    expect(fieldsOf(eventTense, withEvent({ text }))).toEqual(['events.e1.text']);
  },
);

it('lets what happened through, and what was said', () => {
  expect(fieldsOf(eventTense, {})).toEqual([]);
  expect(fieldsOf(eventTense, withEvent({ text: 'Acme said “we will leave”.' }))).toEqual([]);
  expect(fieldsOf(eventTense, withEvent({ text: 'Acme announced plans to leave.' }))).toEqual([]);
});
