/** The head of a profile: what the entity is, where it stands with governments, and how far the data were checked. */
import type { ProfileRecord } from '../dataset/records.ts';
import { formatDate, formatDay } from '../ui/dates.ts';
import { english, FactsLanguage } from '../ui/english.tsx';
import { OutsideLink } from '../ui/outside-link.tsx';
import { canBeListed } from '../dataset/standing.ts';
import { StandingLabel } from '../ui/standing-label.tsx';
import { t, tn } from '../ui/translate.ts';
import { categoryWord, countryName, kindWord, operatingStatusWord } from '../ui/words.ts';

export function ProfileHeader({ record }: { record: ProfileRecord }) {
  const { review, asOf } = record;
  const isFounded = ['company', 'investor', 'state-body'].includes(record.kind);
  return (
    <header class="profile-head">
      <p class="soft">
        {[kindWord(record.kind), record.country && countryName(record.country)].filter(Boolean).join(' · ')}
      </p>
      <h1 lang="" dir="auto">
        {record.name}
      </h1>
      {canBeListed(record.kind) && (
        <p class="standing-line">
          <StandingLabel standing={record.standing} listings={record.listings} />
        </p>
      )}
      <p class="summary" {...english}>
        {record.summary}
      </p>
      <dl class="pairs">
        <Pair term={t('profile.headquarters')} isEnglish>
          {record.headquarters}
        </Pair>
        <Pair term={t(isFounded ? 'profile.founded' : 'profile.since')}>
          {record.founded && formatDate(record.founded)}
        </Pair>
        <Pair term={t('profile.operating_status')}>
          {record.operatingStatus && operatingStatusWord(record.operatingStatus)}
        </Pair>
        <Pair term={tn('profile.categories', record.categories.length)}>
          {record.categories.map(categoryWord).join(' · ')}
        </Pair>
        <Pair term={t('profile.website')}>
          {record.identifiers.website && (
            <OutsideLink url={record.identifiers.website}>
              {new URL(record.identifiers.website).host}
            </OutsideLink>
          )}
        </Pair>
        <Pair term={t('profile.wikidata')}>
          {record.identifiers.wikidata && (
            <OutsideLink url={`https://www.wikidata.org/wiki/${record.identifiers.wikidata}`}>
              {record.identifiers.wikidata}
            </OutsideLink>
          )}
        </Pair>
      </dl>
      <p class="small soft">
        {t('profile.checked_by', { date: formatDay(record.checkedBy) })}{' '}
        {asOf && t('profile.as_of', { date: formatDate(asOf) })}{' '}
        {review.state === 'reviewed'
          ? t('profile.reviewed', { date: formatDay(review.on) })
          : t('profile.draft')}
      </p>
      <FactsLanguage class="small soft" />
    </header>
  );
}

interface PairProps {
  term: string;
  /** Whether the value is a fact, and so in English. */
  isEnglish?: boolean;
  children: preact.ComponentChildren;
}

/** Nothing at all where nothing is known: an empty row tells a reader less than no row. */
export function Pair({ term, isEnglish = false, children }: PairProps) {
  if (children === null || children === undefined || children === '' || children === false) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd {...(isEnglish && english)}>{children}</dd>
    </div>
  );
}
