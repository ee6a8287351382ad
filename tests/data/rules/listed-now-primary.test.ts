/** The rule listed-now-primary: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { listedNowPrimary } from '../../../src/compile/rules/listed-now-primary.ts';
import { sampleListing, sampleSource } from '../../unit/compile/sample-entities.ts';
import { fieldsOf } from './check-rule.ts';

it('catches a listing in force that rests on news alone', () => {
  const change = { listings: [sampleListing()], sources: [sampleSource('s1', { kind: 'news' })] };
  expect(fieldsOf(listedNowPrimary, change)).toEqual(['listings.l1.sources']);
});

it('lets a primary source through, and a listing that has ended', () => {
  expect(fieldsOf(listedNowPrimary, { listings: [sampleListing()] })).toEqual([]);
  const ended = { listings: [sampleListing({ status: 'removed' })], sources: [sampleSource('s1', { kind: 'news' })] };
  expect(fieldsOf(listedNowPrimary, ended)).toEqual([]);
});
