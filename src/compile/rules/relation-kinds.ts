/** Rule: a relation's type fits what its two sides are. */
import type { EntityKind, RelationType } from '../../dataset/vocabulary.ts';
import { inverseRelation } from '../../dataset/inverse-relation.ts';
import { entityRule } from './rule.ts';

/** Kinds that may stand on the left and on the right of a type; its inverse takes them the other way round. */
const sides: Partial<Record<RelationType, [left: readonly EntityKind[], right: readonly EntityKind[]]>> = {
  'maker-of': [
    ['company', 'person', 'state-body', 'investor'],
    ['product', 'company'],
  ],
  'founder-of': [
    ['person', 'company', 'investor', 'state-body'],
    ['company', 'investor', 'product'],
  ],
  'officer-of': [['person'], ['company', 'investor', 'state-body']],
  'subsidiary-of': [
    ['company', 'investor', 'product'],
    ['company', 'investor', 'state-body'],
  ],
  investor: [
    ['company', 'product'],
    ['investor', 'company', 'person', 'state-body'],
  ],
  describes: [
    ['investigation'],
    ['company', 'product', 'person', 'investor', 'instrument', 'state-body', 'investigation'],
  ],
  'applies-to': [['instrument'], ['company', 'product', 'person', 'investor', 'state-body']],
  acquired: [
    ['company', 'investor', 'state-body', 'person'],
    ['company', 'product', 'investor'],
  ],
};

export const relationKinds = entityRule(
  'relation-kinds',
  'Who makes is a maker, what is made a product, who holds an office a person, and so on.',
  function* (entity, { byId }) {
    for (const { id, type, target } of entity.relations) {
      const other = target && byId.get(target);
      const direct = sides[type];
      const turned = sides[inverseRelation(type)];
      const [left, right] = direct ?? [turned?.[1], turned?.[0]];
      if (left && !left.includes(entity.kind))
        yield [`relations.${id}.type`, `a ${entity.kind} cannot be “${type}”`];
      if (other && right && !right.includes(other.kind))
        yield [`relations.${id}.type`, `“${type}” cannot lead to a ${other.kind}`];
    }
  },
);
