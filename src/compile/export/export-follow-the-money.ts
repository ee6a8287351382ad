/** All entities as FollowTheMoney entities, each tie once, with a node for every party that a tie names. */
import type { Entity } from '../../dataset/entity.ts';
import { schemaOf } from '../../dataset/follow-the-money-edges.ts';
import { followTheMoney, type FtmEntity } from '../../dataset/follow-the-money.ts';
import { compileProfile } from '../compile-profiles.ts';
import { compileRelations } from '../compile-relations.ts';

/** The more that is known of a party without an entry, the later it stands here. */
const externalSchemas = ['LegalEntity', 'Organization', 'Company'];

/** `entities` sorted by id. Throws when a relation's target has no entity. */
export function exportFollowTheMoney(entities: readonly Entity[]): FtmEntity[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const relations = compileRelations(entities);
  const found = new Map<string, FtmEntity>();
  const externals = new Map<string, FtmEntity>();
  const ties = new Map<string, string>();
  for (const entity of entities) {
    if (!schemaOf(entity.kind)) continue;
    const own = (relations.get(entity.id) ?? []).filter(({ statedBy }) => statedBy === undefined);
    // What an instrument's file states about this entity has no node at its other end; all else is stated there.
    for (const node of followTheMoney(compileProfile(entity, own, byId))) {
      if (node.id.startsWith('sidelight-external--')) keepTelling(externals, node);
      else if (isTie(node)) addTie(found, ties, node, entity.id);
      else if (node.id === `sidelight-${entity.id}` || node.id.startsWith(`sidelight-${entity.id}--`))
        found.set(node.id, node);
    }
  }
  return [...found.values(), ...[...externals.values()].sort((a, b) => (a.id < b.id ? -1 : 1))];
}

function keepTelling(externals: Map<string, FtmEntity>, node: FtmEntity): void {
  const known = externals.get(node.id);
  const rank = ({ schema }: FtmEntity) => externalSchemas.indexOf(schema);
  if (!known || rank(node) > rank(known)) externals.set(node.id, node);
}

const isTie = ({ id, schema }: FtmEntity) =>
  ['Ownership', 'Directorship', 'Succession', 'UnknownLink'].includes(schema) && /--r\d+$/.test(id);

/** What two sides may tell differently of one tie; all else says which tie it is. */
const toldBySides = new Set(['description', 'sourceUrl', 'startDate', 'endDate']);

/** A tie that both sides state is one tie with the sources of both. */
function addTie(
  found: Map<string, FtmEntity>,
  ties: Map<string, string>,
  tie: FtmEntity,
  statedBy: string,
): void {
  const { schema, properties } = tie;
  const ends = Object.entries(properties).filter(([name]) => !toldBySides.has(name));
  const key = JSON.stringify([schema, ends]);
  const known = found.get(ties.get(key) ?? '');
  if (!known || known.id.startsWith(`sidelight-${statedBy}--`)) {
    ties.set(key, tie.id);
    found.set(tie.id, tie);
    return;
  }
  for (const [name, values] of Object.entries(tie.properties))
    known.properties[name] = [...new Set([...(known.properties[name] ?? []), ...values])];
}
