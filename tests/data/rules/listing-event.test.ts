/** The rule listing-event: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { listingEvent } from '../../../src/compile/rules/listing-event.ts';
import { sampleListing } from '../../unit/compile/sample-entities.ts';
import { fieldsOf, withEvent } from './check-rule.ts';

const told = withEvent({ type: 'listing', text: 'Exampleland put Acme Optics on its export list.' });

it('catches a company that an event calls listed and that has no listing', () => {
  expect(fieldsOf(listingEvent, { ...told, listings: [] })).toEqual(['events.e1.type']);
});

it('lets through a company with a listing, other events, and what is only listed through others', () => {
  expect(fieldsOf(listingEvent, { ...told, listings: [sampleListing()] })).toEqual([]);
  expect(fieldsOf(listingEvent, { ...withEvent({ type: 'contract' }), listings: [] })).toEqual([]);
  for (const kind of ['product', 'instrument', 'investigation'] as const)
    expect(fieldsOf(listingEvent, { ...told, kind, listings: [] })).toEqual([]);
});
