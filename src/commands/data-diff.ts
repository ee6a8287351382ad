/** `npm run -s data:diff -- REV`: what changed in the facts since a git revision, in words, for release notes. */
import { changedEntities } from '../compile/changed-entities.ts';
import { diffEntities } from '../compile/diff-entities.ts';
import { dataFolder } from '../compile/paths.ts';
import { readMoved } from '../compile/read-moved.ts';

const revision = process.argv[2];
if (!revision) {
  console.error('usage: npm run -s data:diff -- REV');
  process.exit(2);
}
const { before, after, problems } = changedEntities(dataFolder, revision);
for (const { file, field, message } of problems)
  console.error(`${file} at ${revision} is left out: ${field} ${message}`);
for (const sentence of diffEntities(before, after, readMoved(dataFolder))) console.log(sentence);
