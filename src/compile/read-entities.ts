/** Reads the authored entities from disk: all of them, or a list of every file and field that breaks the schema. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { entitySchema, type Entity } from '../dataset/entity.ts';
import { withoutByteOrderMark } from './byte-order-mark.ts';
import { schemaMessage } from './schema-message.ts';

/** Something wrong with the data, told so that a person can go and mend it. */
export interface DataProblem {
  /** Path below the data folder, such as `entities/nso-group.json`. */
  file: string;
  /** Where in the file, such as `listings[0].dates.effective`; empty for the file as a whole. */
  field: string;
  message: string;
}

/** `a.b[0].c` from a zod path. */
function fieldName(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>(
    (name, part) =>
      typeof part === 'number' ? `${name}[${part}]` : name ? `${name}.${String(part)}` : String(part),
    '',
  );
}

/** One authored file's text as an entity, or what is wrong with it. `file` is only used to name it. */
export function parseEntity(text: string, file: string): { entity: Entity | null; problems: DataProblem[] } {
  let json: unknown;
  try {
    json = JSON.parse(withoutByteOrderMark(text));
  } catch (error) {
    return {
      entity: null,
      problems: [{ file, field: '', message: `is not JSON: ${(error as Error).message}` }],
    };
  }
  const result = entitySchema.safeParse(json, { reportInput: true });
  if (result.success) return { entity: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          file,
          field: fieldName([...issue.path, key]),
          message: 'is not a known field: see “The fields” in data/README.md',
        }))
      : [{ file, field: fieldName(issue.path), message: schemaMessage(issue) }],
  );
  return { entity: null, problems };
}

/** Every entity below `<dataFolder>/entities`, by file name, and the schema's problems with the others. */
export function readEntities(dataFolder: string): { entities: Entity[]; problems: DataProblem[] } {
  const entities: Entity[] = [];
  const problems: DataProblem[] = [];
  const folder = path.join(dataFolder, 'entities');
  for (const name of readdirSync(folder).sort()) {
    const file = `entities/${name}`;
    if (!name.endsWith('.json')) {
      problems.push({ file, field: '', message: 'is not a .json file: only entities live here' });
      continue;
    }
    const parsed = parseEntity(readFileSync(path.join(folder, name), 'utf8'), file);
    problems.push(...parsed.problems);
    if (!parsed.entity) continue;
    if (`${parsed.entity.id}.json` !== name) {
      problems.push({
        file,
        field: 'id',
        message: `is "${parsed.entity.id}", but the file name must be the id`,
      });
    }
    entities.push(parsed.entity);
  }
  return { entities, problems };
}

/** The entities, for commands that need sound data. Throws one error that lists every problem. */
export function readSoundEntities(dataFolder: string): Entity[] {
  const { entities, problems } = readEntities(dataFolder);
  if (problems.length > 0) {
    throw new Error(problems.map(({ file, field, message }) => `${file} ${field}: ${message}`).join('\n'));
  }
  return entities;
}
