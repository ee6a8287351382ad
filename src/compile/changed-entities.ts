/** The entities whose files differ from a git revision, as they were then and as they are in the folder now. */
import type { Entity } from '../dataset/entity.ts';
import { git } from './git.ts';
import { parseEntity, readSoundEntities, type DataProblem } from './read-entities.ts';

export interface ChangedEntities {
  before: Map<string, Entity>;
  after: Map<string, Entity>;
  /** Files of the revision that are not in before: they have the form of an older schema. */
  problems: DataProblem[];
}

/** Throws when there is no such revision, or when an entity breaks its schema now. */
export function changedEntities(dataFolder: string, revision: string): ChangedEntities {
  try {
    git(dataFolder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
  } catch {
    throw new Error(`no such revision: ${revision}`);
  }
  const changed = new Set(
    [
      // A rename shown as one would hide the file that went.
      git(dataFolder, 'diff', '--name-only', '--no-renames', '--relative', revision, '--', 'entities'),
      // New files that git does not know yet count too.
      git(dataFolder, 'ls-files', '--others', '--exclude-standard', 'entities'),
    ]
      .join('\n')
      .split('\n')
      .filter(Boolean),
  );
  const existed = new Set(git(dataFolder, 'ls-tree', '--name-only', revision, 'entities/').split('\n'));
  const were = [...changed]
    .filter((file) => existed.has(file))
    .map((file) => parseEntity(git(dataFolder, 'show', `${revision}:./${file}`), file));
  const are = readSoundEntities(dataFolder).filter(({ id }) => changed.has(`entities/${id}.json`));
  return {
    before: byId(were.flatMap(({ entity }) => entity ?? [])),
    after: byId(are),
    problems: were.flatMap(({ entity, problems }) => (entity ? [] : problems.slice(0, 1))),
  };
}

const byId = (entities: readonly Entity[]) => new Map(entities.map((entity) => [entity.id, entity]));
