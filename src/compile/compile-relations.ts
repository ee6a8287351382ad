/** All relations of each entity as its profile shows them: its own, and those that other entities state about it. */
import type { Entity, Relation } from '../dataset/entity.ts';
import { inverseRelation } from '../dataset/inverse-relation.ts';
import type { RecordRelation } from '../dataset/records.ts';

/** Throws when a target has no entity: `data:check` names such relations, compiling just refuses them. */
export function compileRelations(entities: readonly Entity[]): Map<string, RecordRelation[]> {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const relations = new Map<string, RecordRelation[]>();
  for (const entity of entities)
    relations.set(
      entity.id,
      entity.relations.map((relation) => ownRelation(entity, relation, byId)),
    );
  for (const entity of entities) {
    for (const relation of entity.relations) {
      if (relation.target === undefined) continue;
      const type = inverseRelation(relation.type);
      const theirs = relations.get(relation.target) ?? [];
      // Stated from both sides it is one tie: the target's own statement stands.
      if (theirs.some((own) => own.entity === entity.id && own.type === type)) continue;
      theirs.push({
        ...shown(relation),
        type,
        entity: entity.id,
        kind: entity.kind,
        name: entity.name,
        statedBy: entity.id,
      });
    }
  }
  return relations;
}

function shown({
  id,
  start,
  end,
  text,
  sources,
}: Relation): Pick<RecordRelation, 'id' | 'start' | 'end' | 'text' | 'sources'> {
  return { id, start, end, ...(text !== undefined && { text }), sources };
}

function ownRelation(entity: Entity, relation: Relation, byId: ReadonlyMap<string, Entity>): RecordRelation {
  if (relation.target === undefined) {
    return { ...shown(relation), type: relation.type, entity: null, name: relation.external ?? '' };
  }
  const target = byId.get(relation.target);
  if (!target)
    throw new Error(
      `${entity.id}: relation ${relation.id} points to "${relation.target}", which does not exist`,
    );
  return { ...shown(relation), type: relation.type, entity: target.id, kind: target.kind, name: target.name };
}
