/** Ties to other entities, by type, with a link where the other has a profile. */
import { sourcesOf } from '../dataset/claim-sources.ts';
import type { ProfileRecord, RecordRelation } from '../dataset/records.ts';
import { profileAddress } from '../ui/addresses.ts';
import { formatTieSpan } from '../ui/dates.ts';
import { english } from '../ui/english.tsx';
import { comma, t } from '../ui/translate.ts';
import { relationTypeWord } from '../ui/words.ts';
import { relationAnchor, relationsByType } from './claims.ts';
import { RelationsDrawn } from './relations-drawn.tsx';
import { Section } from './section.tsx';
import { SourceRefs } from './source-refs.tsx';

export function Relations({ record }: { record: ProfileRecord }) {
  if (record.relations.length === 0) return null;
  return (
    <Section id="relations" title={t('profile.relations')} count={record.relations.length}>
      <RelationsDrawn record={record} />
      <div class="relations">
        {relationsByType(record).map(([type, relations]) => (
          <div key={type} class="relation-group">
            <h3>{relationTypeWord(type)}</h3>
            <ul role="list">
              {relations.map((relation) => (
                <RelationLine key={relationAnchor(relation)} record={record} relation={relation} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  );
}

function RelationLine({ record, relation }: { record: ProfileRecord; relation: RecordRelation }) {
  const span = formatTieSpan(relation);
  return (
    <li id={relationAnchor(relation)}>
      <p>
        {relation.entity ? (
          <a href={profileAddress(relation.entity)} lang="" dir="auto">
            {relation.name}
          </a>
        ) : (
          <bdi lang="">{relation.name}</bdi>
        )}
        {span && <span class="soft">{comma() + span}</span>}
      </p>
      {relation.text && (
        <p class="soft" {...english}>
          {relation.text}
        </p>
      )}
      <SourceRefs
        claim={relation.statedBy === undefined ? relation.id : undefined}
        sources={sourcesOf(record, relation)}
      />
    </li>
  );
}
