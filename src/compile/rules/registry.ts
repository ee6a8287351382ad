/** All data rules, one per file; a rule that is not here is not checked. */
import { asOf } from './as-of.ts';
import { categories } from './categories.ts';
import { claimIds } from './claim-ids.ts';
import { claimSources } from './claim-sources.ts';
import { countries } from './countries.ts';
import { coverageFloors } from './coverage-floors.ts';
import { datesInOrder } from './dates-in-order.ts';
import { datesPossible } from './dates-possible.ts';
import { eventAfterSource } from './event-after-source.ts';
import { eventDenial } from './event-denial.ts';
import { coListed } from './co-listed.ts';
import { eventDated } from './event-dated.ts';
import { eventOneFact } from './event-one-fact.ts';
import { eventPageDate } from './event-page-date.ts';
import { eventStandsAlone } from './event-stands-alone.ts';
import { eventTelling } from './event-telling.ts';
import { eventTense } from './event-tense.ts';
import { eventType } from './event-type.ts';
import { identifiers } from './identifiers.ts';
import { kinds } from './kinds.ts';
import { listedNowPrimary } from './listed-now-primary.ts';
import { listingAfterSource } from './listing-after-source.ts';
import { listingAuthority } from './listing-authority.ts';
import { listingCitation } from './listing-citation.ts';
import { listingCitationDate } from './listing-citation-date.ts';
import { listingCitationYear } from './listing-citation-year.ts';
import { listingCited } from './listing-cited.ts';
import { listingEvent } from './listing-event.ts';
import { listingLegalName } from './listing-legal-name.ts';
import { listingList } from './listing-list.ts';
import { listingMeaning } from './listing-meaning.ts';
import { listingProgram } from './listing-program.ts';
import { listingStatus } from './listing-status.ts';
import { namesCommon } from './names-common.ts';
import { namesCues } from './names-cues.ts';
import { namesExplained } from './names-explained.ts';
import { namesForm } from './names-form.ts';
import { namesLanguage } from './names-language.ts';
import { namesUnique } from './names-unique.ts';
import { neutralWords } from './neutral-words.ts';
import { operatingStatus } from './operating-status.ts';
import { people } from './people.ts';
import { plainLetters } from './plain-letters.ts';
import { redirects } from './redirects.ts';
import { relationInverses } from './relation-inverses.ts';
import { relationKinds } from './relation-kinds.ts';
import { relationTargets } from './relation-targets.ts';
import { review } from './review.ts';
import { sameFactTwice } from './same-fact-twice.ts';
import { sourceAddressDate } from './source-address-date.ts';
import { sourceCopies } from './source-copies.ts';
import { sourceHosts } from './source-hosts.ts';
import { sourceKinds } from './source-kinds.ts';
import { sourceNotes } from './source-notes.ts';
import { sourcePublisher } from './source-publisher.ts';
import { sourceShared } from './source-shared.ts';
import { sourceStateMedia } from './source-state-media.ts';
import { sourceUrls } from './source-urls.ts';
import { sourcesCited } from './sources-cited.ts';
import { summaryLength } from './summary-length.ts';
import { textForm } from './text-form.ts';
import { textTimeless } from './text-timeless.ts';
import { unverified } from './unverified.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  asOf,
  categories,
  claimIds,
  claimSources,
  countries,
  coverageFloors,
  datesInOrder,
  datesPossible,
  eventAfterSource,
  eventDenial,
  coListed,
  eventDated,
  eventOneFact,
  eventPageDate,
  eventStandsAlone,
  eventTelling,
  eventTense,
  eventType,
  identifiers,
  kinds,
  listedNowPrimary,
  listingAfterSource,
  listingAuthority,
  listingCitation,
  listingCitationDate,
  listingCitationYear,
  listingCited,
  listingEvent,
  listingLegalName,
  listingList,
  listingMeaning,
  listingProgram,
  listingStatus,
  namesCommon,
  namesCues,
  namesExplained,
  namesForm,
  namesLanguage,
  namesUnique,
  neutralWords,
  operatingStatus,
  people,
  plainLetters,
  redirects,
  relationInverses,
  relationKinds,
  relationTargets,
  review,
  sameFactTwice,
  sourceAddressDate,
  sourceCopies,
  sourceHosts,
  sourceKinds,
  sourceNotes,
  sourcePublisher,
  sourceShared,
  sourceStateMedia,
  sourceUrls,
  sourcesCited,
  summaryLength,
  textForm,
  textTimeless,
  unverified,
];
