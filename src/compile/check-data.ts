/** Everything that `data:check` looks at in a data folder: the files' form, the schema, the rules, the known exceptions. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import {
  checkDataset,
  exceptionsSchema,
  pruneExceptions,
  type RuleException,
  type RuleProblem,
} from './check-dataset.ts';
import { git } from './git.ts';
import { readLedger } from './import-ledger.ts';
import type { Entity } from '../dataset/entity.ts';
import { readContext } from './read-context.ts';
import { readEntities } from './read-entities.ts';
import { readMoved } from './read-moved.ts';
import { rules } from './rules/registry.ts';
import { problem, toDataset } from './rules/rule.ts';
import { readStateMedia } from './state-media.ts';
import { formatEntity } from './write-entity.ts';

export interface DataCheck {
  entities: number;
  rules: number;
  problems: RuleProblem[];
  /** Breaches that an exception let through. */
  excepted: number;
  /** The exceptions without places that no longer fail. */
  pruned: RuleException[];
}

export interface CheckOptions {
  /** The day of the check (YYYY-MM-DD): nothing was read after it. */
  today: string;
  /** The floors as last committed; null where that is not known. */
  committedFloors?: Readonly<Record<string, number>> | null;
  /** The ids as last committed; null where that is not known. */
  committedIds?: readonly string[] | null;
}

const floorsSchema = z.record(z.string(), z.number());

/** Every problem at once; a damaged side file is one more problem, not the end of the check. Throws when there is no folder. */
export function checkData(
  dataFolder: string,
  { today, committedFloors = null, committedIds = null }: CheckOptions,
): DataCheck {
  const side: RuleProblem[] = [];
  function readSide<T>(file: string, fallback: T, read: () => T): T {
    try {
      return read();
    } catch (error) {
      const message = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
      side.push({ rule: 'schema', file, field: '', message });
      return fallback;
    }
  }
  const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(dataFolder, file), 'utf8'));

  const { entities, problems: schemaProblems } = readEntities(dataFolder);
  const moved = readSide('moved.json', {}, () => readMoved(dataFolder));
  // No rule looks into these two; all that is said of them is whether they can be read.
  readSide('context.json', null, () => readContext(dataFolder));
  readSide('imported.json', null, () => readLedger(path.join(dataFolder, 'imported.json')));
  const floors = readSide('floors.json', {}, () => floorsSchema.parse(readJson('floors.json')));
  const exceptions = readSide('exceptions.json', [], () =>
    exceptionsSchema.parse(readJson('exceptions.json')),
  );
  const stateMedia = readSide('state-media.json', [], () => readStateMedia(dataFolder));
  // A file with a problem of its own is still there.
  const gone = (committedIds ?? []).filter(
    (id) => !existsSync(path.join(dataFolder, 'entities', `${id}.json`)),
  );
  const unread = new Set(
    schemaProblems
      .map(({ file }) => path.basename(file, '.json'))
      .filter((id) => !entities.some((entity) => entity.id === id)),
  );
  const dataset = toDataset(entities, { unread, moved, gone, floors, committedFloors, stateMedia, today });
  const { problems, excepted } = checkDataset(dataset, rules, exceptions);
  return {
    entities: entities.length,
    rules: rules.length + 2,
    problems: [
      ...side,
      ...schemaProblems.map((each) => ({ rule: 'schema', ...each })),
      ...formProblems(dataFolder, entities),
      ...problems,
    ],
    excepted,
    pruned: pruneExceptions(dataset, rules, exceptions),
  };
}

/** One form for all files: diffs show facts, and a key that stands twice cannot hide. */
function formProblems(dataFolder: string, entities: readonly Entity[]): RuleProblem[] {
  return entities.flatMap((entity) => {
    const file = path.join(dataFolder, 'entities', `${entity.id}.json`);
    if (!existsSync(file) || readFileSync(file, 'utf8') === formatEntity(entity)) return [];
    const message =
      'has keys in another order, a key twice, or other spaces: npm run data:check -- --write mends it';
    return [{ rule: 'form', ...problem(entity, '', message) }];
  });
}

/** data/floors.json as last committed; null outside a repository or before the first commit. */
export function readCommittedFloors(dataFolder: string): Record<string, number> | null {
  try {
    return floorsSchema.parse(JSON.parse(git(dataFolder, 'show', 'HEAD:./floors.json')));
  } catch {
    return null;
  }
}

/** The ids of the entities as last committed; null outside a repository or before the first commit. */
export function readCommittedIds(dataFolder: string): string[] | null {
  try {
    const files = git(dataFolder, 'ls-tree', '-z', '--name-only', 'HEAD', 'entities/').split('\0');
    return files.filter((file) => file.endsWith('.json')).map((file) => path.basename(file, '.json'));
  } catch {
    return null;
  }
}
