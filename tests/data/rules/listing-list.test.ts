/** The rule listing-list: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { listingList } from '../../../src/compile/rules/listing-list.ts';
import { fieldsOf } from './check-rule.ts';
import type { Listing } from '../../../src/dataset/entity.ts';
import { sampleListing } from '../../unit/compile/sample-entities.ts';


const check = (change: Partial<Listing>) => fieldsOf(listingList, { listings: [sampleListing(change)] });

it('catches another spelling, another keeper and a citation of another list', () => {
  expect(check({ list: 'BIS entity list' })).toEqual(['listings.l1.list']);
  expect(check({ authority: 'US Federal Communications Commission' })).toEqual(['listings.l1.authority']);
  expect(check({ citation: 'UK Sanctions List, CYB0070' })).toEqual(['listings.l1.citation']);
});

it('catches what the FTC imposed and no order names: it would be told as a listing', () => {
  const change = { authority: 'US Federal Trade Commission', citation: 'FTC Docket No. C-4802' };
  expect(check({ ...change, list: 'FTC consent decree' })).toEqual(['listings.l1.list']);
  expect(check({ ...change, list: 'FTC consent order' })).toEqual([]);
});

it('lets a known list with its keeper through, and a list that is not known', () => {
  expect(check({})).toEqual([]);
  expect(check({ list: 'Example List', authority: 'Example Ministry', citation: null })).toEqual([]);
});
