/** The rule event-type: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { eventType } from '../../../src/compile/rules/event-type.ts';
import { fieldsOf, withEvent } from './check-rule.ts';

it('catches an arrest as a lawsuit and a stock listing as a government’s', () => {
  expect(fieldsOf(eventType, withEvent({ type: 'lawsuit', text: 'Police arrested two managers.' }))).toEqual(['events.e1.type']);
  expect(fieldsOf(eventType, withEvent({ type: 'listing', text: 'Acme shares began trading on Nasdaq.' }))).toEqual(['events.e1.type']);
});

it('lets the same words through under a type that fits', () => {
  expect(fieldsOf(eventType, withEvent({ type: 'enforcement', text: 'Police arrested two managers.' }))).toEqual([]);
  expect(fieldsOf(eventType, {})).toEqual([]);
});
