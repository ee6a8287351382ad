/** The rule listing-citation-year: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { listingCitationYear } from '../../../src/compile/rules/listing-citation-year.ts';
import { fieldsOf } from './check-rule.ts';
import { sampleListing } from '../../unit/compile/sample-entities.ts';


const day = (value: string) => ({ value, precision: 'day' as const });
const check = (citation: string, published: string | null, designated: string | null = null) =>
  fieldsOf(listingCitationYear, {
    listings: [
      sampleListing({ citation, dates: { designated: designated ? day(designated) : null, published: published ? day(published) : null, effective: null, removed: null } }),
    ],
  });

it('catches a volume of another year, and an Official Journal of another day', () => {
  expect(check('86 FR 60759', '2022-11-04')).toEqual(['listings.l1.citation']);
  expect(check('86 FR 60759', null, '2023-11-04')).toEqual(['listings.l1.citation']);
  expect(check('Implementing Regulation (EU) 2023/1495, OJ L 183I, 20.7.2023', '2023-07-21')).toEqual(['listings.l1.citation']);
  expect(check('Implementing Regulation (EU) 2023/1495, OJ L 183I, 20.7.2023', '2023-07-19')).toEqual(['listings.l1.citation']);
  const inForce = sampleListing({ citation: '86 FR 60759', dates: { designated: null, published: null, effective: day('2023-11-04'), removed: null } });
  expect(fieldsOf(listingCitationYear, { listings: [inForce] })).toEqual(['listings.l1.citation']);
});

it('lets what fits through, and what cannot be told', () => {
  expect(check('86 FR 60759', '2021-11-04')).toEqual([]);
  expect(check('89 FR 96000', null, '2025-01-13')).toEqual([]);
  expect(check('Implementing Regulation (EU) 2023/1495, OJ L 183I, 20.7.2023', '2023-07-20')).toEqual([]);
  expect(check('Implementing Regulation (EU) 2023/1495, OJ L 183I, 9.7.2023', '2023-07-09')).toEqual([]);
  expect(check('Implementing Regulation (EU) 2023/1495, OJ L 183I, 20.7.2023', null)).toEqual([]);
  expect(check('86 FR 60759', null)).toEqual([]);
  // The day of the decision may be of another year where that of printing is known.
  expect(check('86 FR 60759', '2021-11-04', '2023-11-04')).toEqual([]);
  expect(check('OFAC SDN List, entry 1', '2023-07-20')).toEqual([]);
});
