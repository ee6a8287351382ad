/** The rule listing-meaning: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { listingMeaning } from '../../../src/compile/rules/listing-meaning.ts';
import type { Entity, Listing } from '../../../src/dataset/entity.ts';
import { sampleListing } from '../../unit/compile/sample-entities.ts';
import { fieldsOf } from './check-rule.ts';

const check = (change: Partial<Listing>, kind: Entity['kind'] = 'company') =>
  fieldsOf(listingMeaning, { kind, listings: [sampleListing(change)] });

it('catches an export rule that is told as a freeze, and one that does not deny it', () => {
  expect(check({ does: 'Its property in the United States is frozen.' })).toEqual(['listings.l1.does']);
  expect(check({ doesNot: 'It does not forbid buying its cameras.' })).toEqual(['listings.l1.doesNot']);
  expect(check({ doesNot: null })).toEqual(['listings.l1.doesNot']);
});

it.each([
  ['NS-CMIC List', 'doesNot', 'It does not forbid buying its cameras.', 'It does not freeze assets.'],
  ['Section 1260H List', 'doesNot', 'It does not forbid buying its cameras.', 'It does not block property.'],
  ['Covered List', 'doesNot', 'It does not forbid buying its cameras.', 'It freezes nothing.'],
  ['NDAA Section 889', 'doesNot', 'It does not freeze assets.', 'It does not bind private buyers.'],
  ['SDN List', 'does', 'US persons may not trade with it.', 'Its property in the United States is frozen.'],
  ['NDAA Section 889', 'does', 'US agencies may not buy its cameras.', 'US agencies may not buy cameras that it or an affiliate makes.'],
  ['Section 1260H List', 'does', 'The Pentagon may not contract with it.', 'The Pentagon may not contract with it or firms that it controls.'],
  ['Chinese unreliable entity list', 'does', 'It may not invest in China.', 'It may not make new investments in China.'],
] as const)('on the %s it catches a “%s” that leaves out what the list is', (list, field, without, fitting) => {
  const other = {
    does: 'US agencies may not buy what it or an affiliate makes, nor contract with firms that it controls.',
    doesNot: 'It freezes nothing and does not bind private buyers.',
  };
  expect(check({ list, ...other, [field]: without })).toEqual([`listings.l1.${field}`]);
  expect(check({ list, ...other, [field]: fitting })).toEqual([]);
});

it('catches a subsidy of any federal programme for those of the FCC', () => {
  const does = (subsidy: string) => `New models get no US approval, and ${subsidy} may buy them.`;
  expect(check({ list: 'Covered List', does: does('no federal subsidy money') })).toEqual(['listings.l1.does']);
  expect(check({ list: 'Covered List', does: does('no subsidy money from FCC programmes') })).toEqual([]);
});

it('catches a person on the lists of the EU, the UK and Canada without the ban on entry', () => {
  const freeze = { list: 'EU sanctions list', does: 'His assets in the EU are frozen.' };
  expect(check(freeze, 'person')).toEqual(['listings.l1.does']);
  expect(check({ ...freeze, list: 'UK Sanctions List' }, 'person')).toEqual(['listings.l1.does']);
  expect(check({ ...freeze, list: 'Canadian sanctions list' }, 'person')).toEqual(['listings.l1.does']);
  expect(check(freeze)).toEqual([]);
  expect(check({ ...freeze, does: 'His assets in the EU are frozen, and member states bar entry.' }, 'person')).toEqual([]);
});

it('catches a listing that has ended and is told as if it held, and the other way round', () => {
  const past = 'From May 2022 to June 2023 exporters needed a licence to send it anything.';
  expect(check({ status: 'removed' })).toEqual(['listings.l1.does']);
  expect(check({ does: past })).toEqual(['listings.l1.does']);
  expect(check({ status: 'removed', does: past })).toEqual([]);
});

it('lets what fits through, and a list that is not known', () => {
  expect(check({})).toEqual([]);
  expect(check({ list: 'Example List', does: 'It bars visits.', doesNot: null })).toEqual([]);
});
