/** `npm run -s data:diff -- REV`: what changed in the facts since a git revision, in words, for release notes. */
import { changedEntities } from '../compile/changed-entities.ts';
import { diffEntities } from '../compile/diff-entities.ts';
import { dataFolder } from '../compile/paths.ts';
import { readMoved } from '../compile/read-moved.ts';
import { UsageError } from './usage-error.ts';

const [revision, ...others] = process.argv.slice(2);
if (!revision || others.length > 0) throw new UsageError('usage: npm run -s data:diff -- REV');
const { before, after, problems } = changedEntities(dataFolder, revision);
for (const { file, field, message } of problems)
  console.error(`${file} at ${revision} is left out: ${field} ${message}`);
for (const sentence of diffEntities(before, after, readMoved(dataFolder))) console.log(sentence);
