/** All pages that were read for this entity, with the claims that rest on each. */
import type { ProfileRecord, RecordSource } from '../dataset/records.ts';
import { profileAddress } from '../ui/addresses.ts';
import { formatDay } from '../ui/dates.ts';
import { OutsideLink } from '../ui/outside-link.tsx';
import { comma, t, tn } from '../ui/translate.ts';
import { sourceNotes } from '../ui/words.ts';
import { citingClaims } from './claims.ts';
import { Section } from './section.tsx';

export function Sources({ record }: { record: ProfileRecord }) {
  const citing = citingClaims(record);
  const foreign = Object.entries(record.foreignSources);
  const hasStateMedia = [record.sources, ...Object.values(record.foreignSources)]
    .flat()
    .some(({ stateMedia }) => stateMedia !== undefined);
  const nameOf = (id: string) => record.relations.find((relation) => relation.statedBy === id)?.name ?? id;
  return (
    <Section id="sources" title={t('profile.sources')} count={record.sources.length}>
      {hasStateMedia && <p class="small soft">{t('state_media.note')}</p>}
      <ol role="list" class="sources">
        {record.sources.map((source) => (
          <SourceLine key={source.id} id={source.id} source={source}>
            <Citing claims={citing.get(source.id) ?? []} />
          </SourceLine>
        ))}
      </ol>
      {foreign.map(([entity, sources]) => (
        <div key={entity}>
          <h3>
            {t('profile.sources_from')}{' '}
            <a href={profileAddress(entity)} lang="" dir="auto">
              {nameOf(entity)}
            </a>
          </h3>
          <ol role="list" class="sources">
            {sources.map((source) => (
              <SourceLine key={source.id} id={`${entity}.${source.id}`} source={source} />
            ))}
          </ol>
        </div>
      ))}
    </Section>
  );
}

interface SourceLineProps {
  id: string;
  source: RecordSource;
  children?: preact.ComponentChildren;
}

function SourceLine({ id, source, children }: SourceLineProps) {
  return (
    <li id={id}>
      <p>
        <OutsideLink url={source.url}>
          <bdi lang="">{source.title}</bdi>
        </OutsideLink>
        {source.archiveUrl && (
          <>
            {' '}
            (<OutsideLink url={source.archiveUrl}>{t('profile.archived')}</OutsideLink>)
          </>
        )}
      </p>
      <p class="small soft">
        <bdi lang="en">{source.publisher}</bdi> ·{' '}
        {[...sourceNotes(source), t('profile.read_by', { date: formatDay(source.readBy) })].join(' · ')}
      </p>
      {children}
    </li>
  );
}

function Citing({ claims }: { claims: readonly string[] }) {
  if (claims.length === 0) return null;
  return (
    <p class="small soft">
      {tn('profile.cited_by', claims.length)}{' '}
      {claims.map((claim, index) => (
        <span key={claim}>
          {index > 0 && comma()}
          <a href={`#${claim}`} dir="ltr">
            {claim}
          </a>
        </span>
      ))}
    </p>
  );
}
