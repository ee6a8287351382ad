/**
 * `npm run data:check [-- --json | --prune | --write]`: every problem in the data at once, each with file and field;
 * exit code 1 when there is one. `--prune` takes exceptions that no longer fail out of data/exceptions.json, `--write`
 * puts every sound entity file into the one form that files have.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkData, readCommittedFloors, readCommittedIds } from '../compile/check-data.ts';
import { dataFolder } from '../compile/paths.ts';
import { parseEntity } from '../compile/read-entities.ts';
import { formatJson, writeEntity } from '../compile/write-entity.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    prune: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const check = () =>
  checkData(dataFolder, {
    today: new Date().toISOString().slice(0, 10),
    committedFloors: readCommittedFloors(dataFolder),
    committedIds: readCommittedIds(dataFolder),
  });

if (values.write) {
  const folder = path.join(dataFolder, 'entities');
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    const { entity } = parseEntity(readFileSync(path.join(folder, name), 'utf8'), name);
    if (entity && `${entity.id}.json` === name && writeEntity(folder, entity)) console.error(`wrote ${name}`);
  }
}
if (values.prune) writeFileSync(path.join(dataFolder, 'exceptions.json'), formatJson(check().pruned));

const { entities, rules, problems, excepted } = check();
if (values.json) console.log(JSON.stringify(problems, null, 2));
else
  for (const { rule, file, field, message } of problems)
    console.log(`data/${file}: ${field || '(file)'}: ${message} [${rule}]`);
if (problems.some(({ rule }) => rule === 'schema'))
  console.error(
    'Files with a [schema] problem are not looked at by the other rules yet: mend them and run it again.',
  );
const summary = `${entities} entities, ${rules} rules: ${problems.length} problems, ${excepted} known exceptions.`;
console.error(problems.length > 0 ? summary : `${summary} All good.`);
process.exitCode = problems.length > 0 ? 1 : 0;
