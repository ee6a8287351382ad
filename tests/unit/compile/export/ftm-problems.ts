/**
 * What FollowTheMoney would refuse in a set of entities, by the facts of its own schema (names, types and ranges of
 * properties, version of June 2025) that stand in follow-the-money-model.json.
 */
import type { FtmEntity } from '../../../../src/dataset/follow-the-money.ts';
import model from './follow-the-money-model.json' with { type: 'json' };

interface Schema {
  /** The schema itself and all that it extends. */
  is: string[];
  required: string[];
  /** Property names by type; `entity:Range` for those that hold ids. */
  properties: Record<string, string[]>;
}
const schemata: Readonly<Record<string, Schema>> = model.schemata;
const topics = new Set(model.topics);

/** Prefixes of ISO 8601, down to the day: all that we write. */
const date = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

function valueProblem(type: string, value: string, byId: ReadonlyMap<string, FtmEntity>): string | null {
  const [kind, range] = type.split(':');
  switch (kind) {
    case 'entity': {
      const target = byId.get(value);
      if (!target) return 'leads nowhere';
      return schemata[target.schema]?.is.includes(range ?? '')
        ? null
        : `leads to a ${target.schema}, not a ${range}`;
    }
    case 'date':
      return date.test(value) ? null : 'is no date';
    case 'url':
      return /^https?:\/\/[^\s/]+\//.test(value) ? null : 'is no address as the model writes it';
    case 'country':
      return /^[a-z]{2}$/.test(value) ? null : 'is no country';
    case 'topic':
      return topics.has(value) ? null : 'is no topic';
    default:
      return value.trim() === '' ? 'is empty' : null;
  }
}

/** Every breach as `<id> <property>: <what>`. */
export function ftmProblems(entities: readonly FtmEntity[]): string[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const twice = entities
    .filter((entity) => byId.get(entity.id) !== entity)
    .map(({ id }) => `${id}: stands twice`);
  return [
    ...twice,
    ...entities.flatMap(({ id, schema: name, properties }) => {
      const schema = schemata[name];
      if (!schema) return [`${id}: ${name} is no schema`];
      const types = new Map(
        Object.entries(schema.properties).flatMap(([type, names]) => names.map((each) => [each, type])),
      );
      return [
        ...schema.required
          .filter((each) => !properties[each]?.length)
          .map((each) => `${id} ${each}: is required`),
        ...Object.entries(properties).flatMap(([property, values]) => {
          const type = types.get(property);
          if (type === undefined) return [`${id} ${property}: is no property of ${name}`];
          return values.flatMap((value) => {
            const problem = valueProblem(type, value, byId);
            return problem ? [`${id} ${property}: “${value}” ${problem}`] : [];
          });
        }),
      ];
    }),
  ];
}
