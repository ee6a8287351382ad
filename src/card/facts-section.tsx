/** Two or three key facts: what the entity is, and the ties that a reader would ask for next. */
import { sourcesWhereStated } from '../dataset/claim-sources.ts';
import type { CardRecord, RecordRelation } from '../dataset/records.ts';
import { formatTieSpan } from '../ui/dates.ts';
import { english } from '../ui/english.tsx';
import { t } from '../ui/translate.ts';
import { relationTypeWord } from '../ui/words.ts';
import { ClaimSources } from './card-sources.tsx';
import { trusted } from './trusted.ts';

const factsShown = 3;
const relationsShown = 4;

export function FactsSection({
  record,
  onOpenEntity,
}: {
  record: CardRecord;
  onOpenEntity: (entity: string) => void;
}) {
  return (
    <section class="section facts">
      <h2 class="announce">{t('profile.facts')}</h2>
      <p {...english}>{record.summary}</p>
      {record.facts.slice(0, factsShown).map((fact) => (
        <p key={fact.id}>
          <span {...english}>{fact.text}</span> <ClaimSources sources={record.sources} ids={fact.sources} />
        </p>
      ))}
      {record.relations.length > 0 && (
        <ul class="ties">
          {record.relations.slice(0, relationsShown).map((relation) => (
            <li key={`${relation.statedBy ?? ''}${relation.id}`}>
              <Tie relation={relation} onOpenEntity={onOpenEntity} />{' '}
              <ClaimSources sources={sourcesWhereStated(record, relation)} ids={relation.sources} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Tie({
  relation,
  onOpenEntity,
}: {
  relation: RecordRelation;
  onOpenEntity: (entity: string) => void;
}) {
  const { entity, name, text } = relation;
  const span = formatTieSpan(relation);
  return (
    <>
      {relationTypeWord(relation.type)}{' '}
      {entity ? (
        <button
          type="button"
          class="plain entity"
          lang=""
          dir="auto"
          onClick={trusted(() => onOpenEntity(entity))}
        >
          {name}
        </button>
      ) : (
        <bdi lang="">{name}</bdi>
      )}
      {span && <span class="quiet"> · {span}</span>}
      {text && (
        <span class="quiet">
          {' · '}
          <bdi {...english}>{text}</bdi>
        </span>
      )}
    </>
  );
}
