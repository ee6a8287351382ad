/** The rule listing-authority: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { listingAuthority } from '../../../src/compile/rules/listing-authority.ts';
import { sampleListing } from '../../unit/compile/sample-entities.ts';
import { fieldsOf } from './check-rule.ts';

it('catches another spelling of an authority', () => {
  expect(fieldsOf(listingAuthority, { listings: [sampleListing({ authority: 'US Commerce Department' })] })).toEqual([
    'listings.l1.authority',
  ]);
});

it('lets a known authority through', () => {
  expect(fieldsOf(listingAuthority, { listings: [sampleListing()] })).toEqual([]);
});
