/** Rule: what a listing is said to do and not to do fits the law of its list, and its tense the status. */
import type { Listing } from '../../dataset/entity.ts';
import type { EntityKind } from '../../dataset/vocabulary.ts';
import { entityRule } from './rule.ts';

interface Meaning {
  list: string;
  field: 'does' | 'doesNot';
  says: RegExp;
  /** Holds for people alone. */
  kind?: EntityKind;
  because: string;
}

const freezesNothing = (list: string): Meaning => ({
  list,
  field: 'doesNot',
  says: /fr(?:eez|oze)|does not block/,
  because: 'must say that it freezes nothing, which readers take any list for',
});
const barsEntry = (list: string): Meaning => ({
  list,
  field: 'does',
  says: /\bent(?:er|ry)\b/,
  kind: 'person',
  because: 'must tell of the ban on entry that people on this list are under',
});

const meanings: readonly Meaning[] = [
  {
    list: 'Entity List',
    field: 'does',
    says: /exporters need(?:ed)? a (?:US )?licence/i,
    because: 'must speak of the licence for exports',
  },
  freezesNothing('Entity List'),
  freezesNothing('NS-CMIC List'),
  freezesNothing('Section 1260H List'),
  freezesNothing('Covered List'),
  {
    list: 'Covered List',
    field: 'does',
    says: /^(?!.*subsid)|FCC programmes/,
    because: 'must limit the subsidies to FCC programmes (47 USC 1602)',
  },
  {
    list: 'NDAA Section 889',
    field: 'doesNot',
    says: /private/,
    because: 'must say that it leaves private buyers free',
  },
  {
    list: 'NDAA Section 889',
    field: 'does',
    says: /affiliate/,
    because: 'must say that it reaches subsidiaries and affiliates, which the law names no further',
  },
  {
    list: 'Section 1260H List',
    field: 'does',
    says: /^From |firms that it controls/,
    because: 'must say that the ban on contracts reaches firms under its control (Pub. L. 118-31, sec. 805)',
  },
  {
    list: 'Chinese unreliable entity list',
    field: 'does',
    says: /new investment/,
    because: 'must say that only new investment is forbidden',
  },
  {
    list: 'SDN List',
    field: 'does',
    says: /\bfrozen\b/,
    because: 'must say that property is frozen',
  },
  barsEntry('EU sanctions list'),
  barsEntry('UK Sanctions List'),
  barsEntry('Canadian sanctions list'),
];

export const listingMeaning = entityRule(
  'listing-meaning',
  'The effect of a listing is that of its list: an export rule freezes nothing, a person on a list of the EU, the UK or Canada may not enter, a ban on US federal buying reaches affiliates or firms under control, subsidies are those of the FCC. One that has ended is told with its span (“From … to …”), and no other is.',
  function* (entity) {
    for (const listing of entity.listings) {
      for (const { list, field, says, kind, because } of meanings) {
        if (list === listing.list && (!kind || kind === entity.kind) && !says.test(listing[field] ?? ''))
          yield [`listings.${listing.id}.${field}`, because];
      }
      if (isToldAsPast(listing) !== (listing.status === 'removed'))
        yield [
          `listings.${listing.id}.does`,
          `must be told as what it is by its status, “${listing.status}”`,
        ];
    }
  },
);

function isToldAsPast({ does }: Listing): boolean {
  return /^From .* to /.test(does);
}
