/** Which FollowTheMoney schema a kind of entity has, and as which link between two of them a relation is told. Pure. */
import { inverseRelation } from './inverse-relation.ts';
import type { RecordRelation } from './records.ts';
import type { EntityKind, RelationType } from './vocabulary.ts';

export type FtmSchema =
  | 'Company'
  | 'Asset'
  | 'Person'
  | 'PublicBody'
  | 'Project'
  | 'LegalEntity'
  | 'Organization'
  | 'Sanction'
  | 'Event'
  | 'Ownership'
  | 'Directorship'
  | 'Succession'
  | 'UnknownLink';

const schemata: Readonly<Record<EntityKind, FtmSchema | null>> = {
  company: 'Company',
  investor: 'Company',
  product: 'Asset',
  person: 'Person',
  'state-body': 'PublicBody',
  investigation: 'Project',
  instrument: null,
};

/** Null for what FollowTheMoney has no schema for. */
export function schemaOf(kind: EntityKind): FtmSchema | null {
  return schemata[kind];
}

/** Ids of ours hold no double hyphen, so that an entity and its claims cannot meet. */
export function nodeId(entity: string, claim?: string): string {
  return `sidelight-${entity}${claim === undefined ? '' : `--${claim}`}`;
}

/** The id of a party that has no entry: by its name, the same wherever it is named. */
export function externalId(name: string): string {
  const words =
    name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return `sidelight-external--${words.join('-')}`;
}

interface LinkForm {
  schema: 'Ownership' | 'Directorship' | 'Succession' | 'UnknownLink';
  /** The property of the relation's own side, and that of the other side. */
  from: string;
  to: string;
}

const link: LinkForm = { schema: 'UnknownLink', from: 'subject', to: 'object' };
const owns: LinkForm = { schema: 'Ownership', from: 'owner', to: 'asset' };
const follows: LinkForm = { schema: 'Succession', from: 'successor', to: 'predecessor' };

/** Each tie is told from one of its two sides, the one that acts: the types here; their inverses are turned round. */
const forms: Partial<Record<RelationType, LinkForm>> = {
  'parent-of': owns,
  'owner-of': owns,
  acquired: owns,
  'officer-of': { schema: 'Directorship', from: 'director', to: 'organization' },
  'successor-of': follows,
  formerly: follows,
  'maker-of': link,
  // An investment need not be a share.
  'invested-in': link,
  'founder-of': link,
  'bid-for': link,
  'reseller-of': link,
  'supplied-to': link,
  'partner-of': link,
  'applies-to': link,
  'co-listed-with': link,
  describes: link,
  'related-to': link,
};

/** What may stand at an end of a link: FollowTheMoney refuses others. */
const ranges: Readonly<Record<string, readonly FtmSchema[]>> = {
  owner: ['Company', 'PublicBody', 'Person', 'Organization', 'LegalEntity'],
  asset: ['Company', 'Asset'],
  director: ['Company', 'PublicBody', 'Person', 'Organization', 'LegalEntity'],
  organization: ['Company', 'PublicBody', 'Organization'],
  predecessor: ['Company', 'PublicBody', 'Person', 'Organization', 'LegalEntity'],
  successor: ['Company', 'PublicBody', 'Person', 'Organization', 'LegalEntity'],
};

/** What a party without an entry must be to stand at an end; anywhere else no more is known than that it is a party. */
const externalSchemas: Readonly<Record<string, FtmSchema>> = {
  asset: 'Company',
  organization: 'Organization',
};

export interface FtmEdge {
  schema: LinkForm['schema'];
  from: string;
  fromId: string;
  to: string;
  toId: string;
  /** The tie in words, read from `from` to `to`. */
  role: string;
  /** The schema of the party that is not `self`. */
  otherSchema: FtmSchema;
}

/** Null when an end has no schema. Ends that the fitting schema refuses are tied by an UnknownLink. */
export function edgeOf(self: { id: string; kind: EntityKind }, relation: RecordRelation): FtmEdge | null {
  const own = schemaOf(self.kind);
  const isTurned = forms[relation.type] === undefined;
  const type = isTurned ? inverseRelation(relation.type) : relation.type;
  const isSymmetric = inverseRelation(type) === type;
  const form = forms[type] ?? link;
  const otherId = relation.entity === null ? externalId(relation.name) : nodeId(relation.entity);
  // A tie without a direction stands the same way round whoever states it.
  const isSwapped = isSymmetric ? otherId < nodeId(self.id) : isTurned;
  const selfEnd = isSwapped ? form.to : form.from;
  const otherEnd = isSwapped ? form.from : form.to;
  const other =
    relation.kind === undefined ? (externalSchemas[otherEnd] ?? 'LegalEntity') : schemaOf(relation.kind);
  if (!own || !other) return null;
  const fits = (end: string, schema: FtmSchema) => ranges[end]?.includes(schema) ?? true;
  const { schema, from, to } = fits(selfEnd, own) && fits(otherEnd, other) ? form : link;
  const [fromId, toId] = isSwapped ? [otherId, nodeId(self.id)] : [nodeId(self.id), otherId];
  return { schema, from, fromId, to, toId, role: type.replaceAll('-', ' '), otherSchema: other };
}
