/** The rule listing-program: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { listingProgram } from '../../../src/compile/rules/listing-program.ts';
import { sampleListing } from '../../unit/compile/sample-entities.ts';
import { placesOf } from './check-rule.ts';

const check = (...listings: [citation: string | null, program?: string][]) =>
  placesOf(
    listingProgram,
    listings.map(([citation, program], index) => ({ id: `acme-${index}`, listings: [sampleListing({ citation, program })] })),
  );
const entry = (number: number) => `Regulation (EU) 2020/1998, Annex I, entry ${number}`;

it('catches another programme under the same regulation, and none where it is known', () => {
  expect(check([entry(1), 'Human rights'], [entry(2), 'EU human rights'])).toEqual(['acme-1.json listings.l1.program']);
  expect(check([entry(1)], [entry(2), 'Human rights'])).toEqual(['acme-0.json listings.l1.program']);
  expect(check(['UK Sanctions List, IRN0165', 'Iran'], ['UK Sanctions List, IRN0001'])).toEqual(['acme-1.json listings.l1.program']);
});

it('lets one programme through, none at all, and other bases', () => {
  expect(check([entry(1), 'Human rights'], [entry(2), 'Human rights'])).toEqual([]);
  expect(check([entry(1)], [entry(2)])).toEqual([]);
  expect(check([entry(1), 'Human rights'], ['Regulation (EU) No 359/2011, Annex I, entry 2'])).toEqual([]);
  expect(check(['UK Sanctions List, RUS1426', 'Russia'], ['UK Sanctions List, IRN0001'])).toEqual([]);
  // An act that changes several annexes, a list of several programmes, and no citation.
  const act = 'Implementing Regulation (EU) 2023/1495, OJ L 183I, 20.7.2023';
  expect(check([act, 'Human rights'], [act])).toEqual([]);
  expect(check(['OFAC SDN List, entry 1', 'CYBER2'], ['OFAC SDN List, entry 2'])).toEqual([]);
  expect(check([null, 'Human rights'], [null])).toEqual([]);
});
