/** The status of an entity: each official act with its four dates, what it does, what it does not do, and why. */
import { sourcesOf } from '../dataset/claim-sources.ts';
import type { Listing } from '../dataset/entity.ts';
import type { ProfileRecord } from '../dataset/records.ts';
import { canBeListed, standingNow } from '../dataset/standing.ts';
import { Citation } from '../ui/citation.tsx';
import { formatDate, formatDay } from '../ui/dates.ts';
import { english } from '../ui/english.tsx';
import { listingApart } from '../ui/listing-apart.ts';
import { OutsideLink } from '../ui/outside-link.tsx';
import { t } from '../ui/translate.ts';
import { decidedWord, listingStatusWord } from '../ui/words.ts';
import { Pair } from './profile-header.tsx';
import { Section } from './section.tsx';
import { SourceRefs } from './source-refs.tsx';

export function Listings({ record }: { record: ProfileRecord }) {
  if (record.listings.length === 0 && !canBeListed(record.kind)) return null;
  return (
    <Section id="listings" title={t('profile.listings')} count={record.listings.length}>
      {record.listings.length === 0 ? (
        <p class="notice">{t('profile.no_listing', { date: formatDay(record.checkedBy) })}</p>
      ) : (
        record.listings.map((listing) => <ListingBox key={listing.id} record={record} listing={listing} />)
      )}
    </Section>
  );
}

function ListingBox({ record, listing }: { record: ProfileRecord; listing: Listing }) {
  const { designated, published, effective, removed } = listing.dates;
  const apart = listingApart(listing, record.listings);
  const isUndated = !designated && !published && !effective;
  return (
    <article class="box" id={listing.id} aria-labelledby={`${listing.id}-title`}>
      <div class="row spread">
        <h3 id={`${listing.id}-title`}>
          <bdi lang="en">{listing.list}</bdi>
          {apart && (
            <>
              {' · '}
              <bdi>{apart}</bdi>
            </>
          )}
        </h3>
        <span class={`standing standing-${standingNow([listing])}`}>{listingStatusWord(listing.status)}</span>
      </div>
      <p class="soft" {...english}>
        {listing.authority}
      </p>
      <dl class="pairs">
        <Pair term={decidedWord(listing)}>{designated && formatDate(designated)}</Pair>
        <Pair term={t('profile.date.published')}>{published && formatDate(published)}</Pair>
        <Pair term={t('profile.date.effective')}>{effective && formatDate(effective)}</Pair>
        <Pair term={t('profile.date.listed')}>{isUndated && t('profile.date.unknown')}</Pair>
        <Pair term={t('profile.date.removed')}>{removed && formatDate(removed)}</Pair>
        <Pair term={t('profile.legal_name')} isEnglish>
          {listing.legalName}
        </Pair>
        <Pair term={t('profile.program')} isEnglish>
          {listing.program}
        </Pair>
        {listing.citation && (
          <Pair term={t('profile.citation')} isEnglish>
            <Citation listing={listing} link={OutsideLink} />
          </Pair>
        )}
      </dl>
      <dl class="statements">
        <Pair term={t('profile.date.note')} isEnglish>
          {listing.dateNote}
        </Pair>
        <Pair term={t('profile.does')} isEnglish>
          {listing.does}
        </Pair>
        <Pair term={t('profile.does_not')} isEnglish>
          {listing.doesNot}
        </Pair>
        <Pair term={t('profile.reason')} isEnglish>
          {listing.reason}
        </Pair>
      </dl>
      <SourceRefs claim={listing.id} sources={sourcesOf(record, listing)} />
    </article>
  );
}
