/** The rule event-type: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { eventType } from '../../../src/compile/rules/event-type.ts';
import { fieldsOf, withEvent } from './check-rule.ts';

it('catches an arrest as a lawsuit and a stock listing as a government’s', () => {
  expect(fieldsOf(eventType, withEvent({ type: 'lawsuit', text: 'Police arrested two managers.' }))).toEqual(['events.e1.type']);
  expect(fieldsOf(eventType, withEvent({ type: 'listing', text: 'Acme shares began trading on Nasdaq.' }))).toEqual(['events.e1.type']);
});

it('catches an authority’s fine as a ruling: a screen in another language would tell of a court', () => {
  const check = (text: string) => fieldsOf(eventType, withEvent({ type: 'ruling', text }));
  expect(check('Italy’s data protection authority fined Acme 20 million euros.')).toEqual(['events.e1.type']);
  expect(check('The regulator decided on a fine of 30 million euros on Acme.')).toEqual(['events.e1.type']);
  expect(check('A Cyprus court fined Acme 76,000 euros.')).toEqual([]);
  expect(check('Jane Roe pleaded guilty and got a fine of 500 dollars.')).toEqual([]);
});

it('catches what a prosecutor or a US commission decided as a ruling', () => {
  const check = (text: string) => fieldsOf(eventType, withEvent({ type: 'ruling', text }));
  expect(check('The prosecutor of the Supreme Court shelved the file.')).toEqual(['events.e1.type']);
  expect(check('The FTC denied the petition of Jane Roe.')).toEqual(['events.e1.type']);
  expect(check('A judge shelved the file, as prosecutors had asked.')).toEqual([]);
  expect(check('A court let the FTC’s suit go on.')).toEqual([]);
});

it('lets the same words through under a type that fits', () => {
  expect(fieldsOf(eventType, withEvent({ type: 'enforcement', text: 'Police arrested two managers.' }))).toEqual([]);
  expect(fieldsOf(eventType, {})).toEqual([]);
});
