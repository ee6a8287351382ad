/** Status now: under which listings the entity stands, since when, by which citation, and what each does and does not do. */
import { latestDay } from '../dataset/dates.ts';
import type { Listing } from '../dataset/entity.ts';
import { ownerTypes } from '../dataset/owner-types.ts';
import type { CardRecord, RecordRelation } from '../dataset/records.ts';
import { listingStateNow, type Standing } from '../dataset/standing.ts';
import type { RelationType } from '../dataset/vocabulary.ts';
import { Citation } from '../ui/citation.tsx';
import { formatDate, formatDay } from '../ui/dates.ts';
import { english } from '../ui/english.tsx';
import { Sentence } from '../ui/sentence.tsx';
import { nameApart } from '../ui/listing-apart.ts';
import { listingDates } from '../ui/listing-dates.ts';
import { t } from '../ui/translate.ts';
import { relationTypeWord, standingHeadline } from '../ui/words.ts';
import { CardLink } from './card-link.tsx';
import { ClaimSources } from './card-sources.tsx';
import { listingsUnfolded } from './constants.ts';

interface Props {
  record: CardRecord;
  /** How makers and owners stand, as the page's marks show it: a product has no listing of its own. */
  standingOf: (entity: string) => Standing;
  /** YYYY-MM-DD. */
  today: string;
}

const makerOrOwnerTypes: ReadonlySet<RelationType> = new Set([...ownerTypes, 'made-by']);

export function StatusSection({ record, standingOf, today }: Props) {
  const inForce = record.listings.filter((listing) => listingStateNow(listing) === 'in-force');
  const others = record.listings.filter((listing) => listingStateNow(listing) !== 'in-force');
  return (
    <section class="section status">
      <h2 class={`standing ${record.standing}`}>
        <span class="mark" aria-hidden="true" />
        {standingHeadline(record.standing, record.listings)}
      </h2>
      {record.standing === 'none' && <NoListing record={record} standingOf={standingOf} today={today} />}
      {inForce.map((listing) => (
        <ListingRow
          key={listing.id}
          record={record}
          listing={listing}
          isUnfolded={inForce.length <= listingsUnfolded}
        />
      ))}
      {others.map((listing) => (
        <ListingRow
          key={listing.id}
          record={record}
          listing={listing}
          isUnfolded={record.listings.length === 1}
        />
      ))}
    </section>
  );
}

function NoListing({ record, standingOf, today }: Props) {
  // How a former owner stands now says nothing of this one now.
  const ties = record.relations.filter(
    ({ type, end }) => makerOrOwnerTypes.has(type) && !(end && latestDay(end) < today),
  );
  // Who made it and owns it is told of once, by the first of its ties.
  const owners = new Map<string, RecordRelation>();
  for (const tie of ties) if (tie.entity && !owners.has(tie.entity)) owners.set(tie.entity, tie);
  return (
    <>
      {[...owners].map(([entity, { type, name }]) => {
        const standing = standingOf(entity);
        if (standing === 'none') return null;
        const key = standing === 'listed' ? 'card.tied_listed' : 'card.tied_was_listed';
        return (
          <p key={entity} class={`tied ${standing}`}>
            <span class="mark" aria-hidden="true" />
            <span>
              <span class="quiet">{relationTypeWord(type)} · </span>
              <Sentence of={key} values={{ name: <bdi lang="">{name}</bdi> }} />
            </span>
          </p>
        );
      })}
      <p class="quiet">
        {record.asOf
          ? t('card.as_of', { date: formatDate(record.asOf) })
          : t('card.checked_by', { date: formatDay(record.checkedBy) })}
      </p>
    </>
  );
}

function ListingRow({
  record,
  listing,
  isUnfolded,
}: {
  record: CardRecord;
  listing: Listing;
  isUnfolded: boolean;
}) {
  const name = nameApart(listing, record.listings);
  const head = (
    <>
      <strong {...english}>{listing.list}</strong>
      {name && (
        <>
          {' · '}
          <bdi lang="en">{name}</bdi>
          {' ·'}
        </>
      )}{' '}
      <span class="when">{listingDates(listing)}</span>
    </>
  );
  const body = <ListingBody record={record} listing={listing} />;
  return isUnfolded ? (
    <div class="listing">
      <p>{head}</p>
      {body}
    </div>
  ) : (
    <details class="listing">
      <summary>{head}</summary>
      {body}
    </details>
  );
}

function ListingBody({ record, listing }: { record: CardRecord; listing: Listing }) {
  return (
    <div class="listing-body">
      <p class="quiet">
        <span {...english}>
          {listing.authority}
          {(listing.citation ?? listing.program) && ' · '}
          {listing.citation ? <Citation listing={listing} link={CardLink} /> : listing.program}
        </span>
        {listing.legalName && listing.legalName !== record.name && (
          <>
            <br />
            <Sentence of="card.listed_as" values={{ name: <bdi {...english}>{listing.legalName}</bdi> }} />
          </>
        )}
        {listing.dateNote && (
          <>
            <br />
            <span {...english}>{listing.dateNote}</span>
          </>
        )}
      </p>
      <p>
        <span class="label">{t('card.does')}</span> <span {...english}>{listing.does}</span>
      </p>
      {listing.doesNot && (
        <p>
          <span class="label">{t('card.does_not')}</span> <span {...english}>{listing.doesNot}</span>
        </p>
      )}
      <ClaimSources sources={record.sources} ids={listing.sources} authority={listing.authority} />
    </div>
  );
}
