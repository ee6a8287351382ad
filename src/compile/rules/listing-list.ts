/** Rule: a list belongs to its authority, and its citation to its list; what is no list is named an order. */
import { isOrder } from '../../dataset/standing.ts';
import { entityRule } from './rule.ts';

/** Lists that several entities stand on, with who keeps them and where their acts are printed. */
const lists: Readonly<Record<string, [authority: RegExp, citation: RegExp]>> = {
  'Entity List': [/Bureau of Industry and Security/, /^\d+ FR |^FR Doc/],
  'SDN List': [/Office of Foreign Assets Control/, /^\d+ FR |^FR Doc|^OFAC SDN List/],
  'NS-CMIC List': [/Office of Foreign Assets Control/, /^\d+ FR |^FR Doc|^OFAC NS-CMIC List/],
  'Section 1260H List': [/Department of Defense/, /^\d+ FR |^FR Doc/],
  'NDAA Section 889': [/Congress/, /^Pub\. L\./],
  'Covered List': [/Federal Communications Commission/, /^FCC |^DA /],
  'EU sanctions list': [/Council of the European Union/, /Regulation|Decision/],
  'Canadian sanctions list': [/Government of Canada/, /^SOR\//],
  'UK Sanctions List': [/UK Foreign, Commonwealth and Development Office/, /^UK Sanctions List/],
};
const spelling = (list: string) => list.toLowerCase().replace(/[^a-z0-9]/g, '');
const bySpelling = new Map(Object.keys(lists).map((list) => [spelling(list), list]));

export const listingList = entityRule(
  'listing-list',
  'A known list has one spelling, stands with the authority that keeps it, and is cited by its own place of publication: filters and the cross-check go by its name. The FTC keeps no list: what it imposes is an order, and told as one.',
  function* (entity) {
    for (const { id, list, authority, citation } of entity.listings) {
      const meant = bySpelling.get(spelling(list).replace(/^(the|ofac|us|bis|fcc)/, ''));
      if (meant !== undefined && meant !== list)
        yield [`listings.${id}.list`, `“${list}” is spelled “${meant}”`];
      const [keeper, place] = lists[list] ?? [];
      if (keeper && !keeper.test(authority))
        yield [`listings.${id}.authority`, `“${authority}” does not keep the ${list}`];
      if (authority === 'US Federal Trade Commission' && !isOrder({ list }))
        yield [
          `listings.${id}.list`,
          `“${list}” must end with “order”: readers are told of a listing otherwise`,
        ];
      if (place && citation !== null && !place.test(citation))
        yield [`listings.${id}.citation`, `“${citation}” is not where the ${list} is published`];
    }
  },
);
