/** The profile of one entity: everything that the dataset says of it. */
import { sourcesOf } from '../dataset/claim-sources.ts';
import type { ProfileRecord } from '../dataset/records.ts';
import { english } from '../ui/english.tsx';
import { canBeListed } from '../dataset/standing.ts';
import { t, type MessageKey } from '../ui/translate.ts';
import { usePainted } from '../ui/use-painted.ts';
import { CopyActions, type CopyPlatform } from './copy-actions.tsx';
import { Events } from './events.tsx';
import { Listings } from './listings.tsx';
import { Names } from './names.tsx';
import { ProfileHeader } from './profile-header.tsx';
import { Relations } from './relations.tsx';
import { Section } from './section.tsx';
import { SourceRefs } from './source-refs.tsx';
import { Sources } from './sources.tsx';

interface Props {
  record: ProfileRecord;
  platform: CopyPlatform;
}

export function Profile({ record, platform }: Props) {
  // What stands farther down waits until the beginning is painted; not where the address leads to a place in it.
  const isPainted = usePainted();
  const isWhole = isPainted || platform.currentClaim() !== null;
  return (
    <article class="profile">
      <ProfileHeader record={record} />
      <CopyActions record={record} platform={platform} />
      <Contents record={record} />
      <Listings record={record} />
      <Facts record={record} />
      {isWhole && (
        <>
          <Events record={record} />
          <Relations record={record} />
          <Names names={record.names} />
          <Unverified texts={record.unverified} />
          <Sources record={record} />
        </>
      )}
    </article>
  );
}

function Contents({ record }: { record: ProfileRecord }) {
  const parts: [string, MessageKey, boolean][] = [
    ['listings', 'profile.listings', record.listings.length > 0 || canBeListed(record.kind)],
    ['facts', 'profile.facts', record.facts.length > 0],
    ['events', 'profile.events', record.events.length > 0],
    ['relations', 'profile.relations', record.relations.length > 0],
    ['names', 'profile.names', true],
    ['unverified', 'profile.unverified', record.unverified.length > 0],
    ['sources', 'profile.sources', true],
  ];
  return (
    <nav class="contents" aria-label={t('profile.contents')}>
      <ul role="list" class="row">
        {parts.map(
          ([id, key, isThere]) =>
            isThere && (
              <li key={id}>
                <a href={`#${id}`}>{t(key)}</a>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}

function Facts({ record }: { record: ProfileRecord }) {
  if (record.facts.length === 0) return null;
  return (
    <Section id="facts" title={t('profile.facts')} count={record.facts.length}>
      <ul role="list" class="facts">
        {record.facts.map((fact) => (
          <li key={fact.id} id={fact.id}>
            <p {...english}>{fact.text}</p>
            <SourceRefs claim={fact.id} sources={sourcesOf(record, fact)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Kept apart from the claims, so that nobody quotes it as one. */
function Unverified({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <Section id="unverified" title={t('profile.unverified')}>
      <div class="unverified">
        <p>{t('profile.unverified_note')}</p>
        <ul>
          {texts.map((text) => (
            <li key={text}>
              <p {...english}>{text}</p>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
