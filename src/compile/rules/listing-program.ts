/** Rule: a regulation's programme has one name. */
import { disagreeingListings, problem, type Rule } from './rule.ts';

/** The regulation whose annex is cited, or the letters with which the UK numbers a regime's entries: each stands for one programme. */
const basis = (citation: string | null): string | null =>
  /^(?:Regulation \([^,]+(?=, Annex)|UK Sanctions List, [A-Z]{3})/.exec(citation ?? '')?.[0] ?? null;

export const listingProgram: Rule = {
  name: 'listing-program',
  description:
    'Listings under one regulation name one programme, or none of them does: it is not known for one party and unknown for the next.',
  check({ entities }) {
    const disagreeing = disagreeingListings(
      entities,
      ({ citation }) => basis(citation),
      ({ program }) => program,
    );
    return disagreeing.map(({ key, own, first }) =>
      problem(
        own.entity,
        `listings.${own.listing.id}.program`,
        `is “${own.listing.program ?? ''}”, but in ${first.entity.id} “${first.listing.program ?? ''}” under ${key}`,
      ),
    );
  },
};
