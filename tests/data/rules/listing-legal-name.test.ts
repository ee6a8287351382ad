/** The rule listing-legal-name: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { listingLegalName } from '../../../src/compile/rules/listing-legal-name.ts';
import { sampleListing } from '../../unit/compile/sample-entities.ts';
import { fieldsOf } from './check-rule.ts';

const check = (legalName: string | null) => fieldsOf(listingLegalName, { listings: [sampleListing({ legalName })] });

it.each([
  'People’s Government Public Security Bureau and 18 subordinate bureaus',
  'Sandvine Incorporated (entries in Canada and India)',
  'Sense Time, later revised to Beijing SenseTime',
  'Sugon (aliases Dawning and others)',
  'DJI video surveillance equipment',
  'NSO Group and two other companies',
  'Huawei and its affiliates',
])('catches “%s”', (legalName) => {
  expect(check(legalName)).toEqual(['listings.l1.legalName']);
});

it.each(['Candiru Ltd.', 'Zhongxing Telecommunications Equipment Corporation', 'GUAN, Tianfeng', 'Intellexa S.A.; Intellexa Limited', 'Huawei Investment & Holding Co., Ltd.', 'XINJIANG PRODUCTION AND CONSTRUCTION CORPS', null])(
  'lets “%s” through',
  (legalName) => {
    expect(check(legalName)).toEqual([]);
  },
);

it('lets no description stand beside the name', () => {
  const covers = '46 further affiliates';
  const checked = (legalName: string | null) => fieldsOf(listingLegalName, { listings: [sampleListing({ legalName, covers })] });
  expect(checked('Acme Optics Co., Ltd.')).toEqual(['listings.l1.covers']);
  expect(checked(null)).toEqual([]);
});
