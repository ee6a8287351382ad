/** Rule: a regulation's programme has one name. */
import { problem, type Rule } from './rule.ts';

/** The regulation whose annex is cited, or the letters with which the UK numbers a regime's entries: each stands for one programme. */
const basis = (citation: string | null): string | undefined =>
  /^(?:Regulation \([^,]+(?=, Annex)|UK Sanctions List, [A-Z]{3})/.exec(citation ?? '')?.[0];

export const listingProgram: Rule = {
  name: 'listing-program',
  description:
    'Listings under one regulation name one programme, or none of them does: it is not known for one party and unknown for the next.',
  check({ entities }) {
    const based = entities.flatMap((entity) =>
      entity.listings.flatMap((listing) => {
        const under = basis(listing.citation);
        return under === undefined ? [] : [{ entity, listing, under }];
      }),
    );
    // The first that names a programme speaks for the regulation.
    const named = based.filter(({ listing }) => listing.program !== undefined);
    const firsts = new Map(named.toReversed().map((first) => [first.under, first]));
    return based.flatMap(({ entity, listing, under }) => {
      const first = firsts.get(under);
      if (!first || first.listing.program === listing.program) return [];
      return [
        problem(
          entity,
          `listings.${listing.id}.program`,
          `is “${listing.program ?? ''}”, but in ${first.entity.id} “${first.listing.program ?? ''}” under ${under}`,
        ),
      ];
    });
  },
};
