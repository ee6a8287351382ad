/** Rule: a document that several listings cite was published on one day. */
import { problem, type Rule } from './rule.ts';

export const listingCitationDate: Rule = {
  name: 'listing-citation-date',
  description:
    'Listings that cite one document give it one date of publication: whoever knows the day for one party knows it for all that it names.',
  check({ entities }) {
    const cited = entities.flatMap((entity) =>
      entity.listings.flatMap((listing) =>
        listing.citation === null ? [] : [{ entity, listing, citation: listing.citation }],
      ),
    );
    // The first that tells a date speaks for the document.
    const dated = cited.filter(({ listing }) => listing.dates.published !== null);
    const firsts = new Map(dated.toReversed().map((first) => [first.citation, first]));
    return cited.flatMap(({ entity, listing, citation }) => {
      const first = firsts.get(citation);
      const date = first?.listing.dates.published;
      const { published } = listing.dates;
      if (!first || !date || (published?.value === date.value && published.precision === date.precision))
        return [];
      return [
        problem(
          entity,
          `listings.${listing.id}.dates.published`,
          `is ${published?.value ?? 'empty'}, but in ${first.entity.id} ${date.value} for ${citation}`,
        ),
      ];
    });
  },
};
