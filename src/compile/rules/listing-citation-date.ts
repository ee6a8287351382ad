/** Rule: a document that several listings cite was published on one day. */
import { disagreeingListings, problem, type Rule } from './rule.ts';

export const listingCitationDate: Rule = {
  name: 'listing-citation-date',
  description:
    'Listings that cite one document give it one date of publication: whoever knows the day for one party knows it for all that it names.',
  check({ entities }) {
    const disagreeing = disagreeingListings(
      entities,
      ({ citation }) => citation,
      ({ dates }) => dates.published,
    );
    return disagreeing.map(({ key, own, first }) =>
      problem(
        own.entity,
        `listings.${own.listing.id}.dates.published`,
        `is ${own.listing.dates.published?.value ?? 'empty'}, but in ${first.entity.id} ${first.listing.dates.published?.value} for ${key}`,
      ),
    );
  },
};
