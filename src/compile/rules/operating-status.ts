/** Rule: the operating status and the ties to owners say the same. */
import { inverseRelation } from '../../dataset/inverse-relation.ts';
import { ownerTypes } from '../../dataset/owner-types.ts';
import { entityRule } from './rule.ts';

export const operatingStatus = entityRule(
  'operating-status',
  'Whoever is “acquired” has a tie that says by whom, and whoever was acquired, with no end of that, is not “active”: a profile shows both.',
  function* (entity, { entities }) {
    const status = entity.operatingStatus;
    // Either side may state the tie.
    const theirs = entities.flatMap(({ relations }) =>
      relations
        .filter(({ target }) => target === entity.id)
        .map((tie) => ({ ...tie, type: inverseRelation(tie.type) })),
    );
    const ties = [...entity.relations, ...theirs];
    if (status === 'acquired' && !ties.some(({ type }) => ownerTypes.has(type)))
      yield ['operatingStatus', 'is “acquired”, but no relation says by whom'];
    if (status === 'active' && ties.some(({ type, end }) => type === 'acquired-by' && end === null))
      yield ['operatingStatus', 'is “active”, but a relation without an end says that it was acquired'];
  },
);
