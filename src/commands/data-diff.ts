/** `npm run -s data:diff -- REV`: what changed in the facts since a git revision, in words, for release notes. */
import { execFileSync } from 'node:child_process';
import { diffEntities } from '../compile/diff-entities.ts';
import { dataFolder } from '../compile/paths.ts';
import { parseEntity, readSoundEntities } from '../compile/read-entities.ts';
import type { Entity } from '../dataset/entity.ts';

const revision = process.argv[2];
if (!revision) {
  console.error('usage: npm run -s data:diff -- REV');
  process.exit(2);
}
const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: dataFolder, maxBuffer: 1 << 28, encoding: 'utf8' });

/** Only files that differ are read; new files that git does not know yet count too. */
const changed = new Set(
  [
    git('diff', '--name-only', '--relative', revision, '--', 'entities'),
    git('ls-files', '--others', '--exclude-standard', 'entities'),
  ]
    .join('\n')
    .split('\n')
    .filter(Boolean),
);
const existed = new Set(git('ls-tree', '--name-only', revision, 'entities/').split('\n'));

/** An entity as it was, from git, without touching the work tree. One of an older schema is named and left out. */
function entityAt(file: string): Entity[] {
  const { entity, problems } = parseEntity(git('show', `${revision}:./${file}`), file);
  if (!entity)
    console.error(`${file} at ${revision} is left out: ${problems[0]?.field} ${problems[0]?.message}`);
  return entity ? [entity] : [];
}

const byId = (entities: readonly Entity[]) => new Map(entities.map((entity) => [entity.id, entity]));
const before = byId([...changed].filter((file) => existed.has(file)).flatMap(entityAt));
const after = byId(readSoundEntities(dataFolder).filter(({ id }) => changed.has(`entities/${id}.json`)));
for (const sentence of diffEntities(before, after)) console.log(sentence);
