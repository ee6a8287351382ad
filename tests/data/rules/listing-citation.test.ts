/** The rule listing-citation: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { listingCitation } from '../../../src/compile/rules/listing-citation.ts';
import { sampleListing } from '../../unit/compile/sample-entities.ts';
import { fieldsOf } from './check-rule.ts';

const check = (citation: string | null) => fieldsOf(listingCitation, { listings: [sampleListing({ citation })] });

it.each(['86 F.R. 60759', '86 FR', 'Federal Register', 'E.O. 13846', 'OJ L 183', 'Pub. L. 115', 'OFAC SDN List'])('catches “%s”', (citation) => {
  expect(check(citation)).toEqual(['listings.l1.citation']);
});

it.each([
  '86 FR 60759',
  'FR Doc. 2019-22210',
  'Pub. L. 115-232, sec. 889',
  'Implementing Regulation (EU) 2023/1495, OJ L 183I, 20.7.2023',
  'Regulation (EC) No 765/2006, Annex I, part B, entry 5',
  'OFAC SDN List, entry 48069',
  'OFAC SDN List, entries 48059 and 48064',
  'FTC Docket No. C-4802',
  'SOR/2021-49',
  'Ministry of Foreign Affairs of China, decision of 10 October 2024',
  null,
])('lets “%s” through', (citation) => {
  expect(check(citation)).toEqual([]);
});
