/**
 * `npm run data:check [-- --json | --prune]`: every problem in the data at once, each with file and field; exit code 1
 * when there is one. `--prune` takes exceptions that no longer fail out of data/exceptions.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  checkDataset,
  exceptionsSchema,
  pruneExceptions,
  type RuleProblem,
} from '../compile/check-dataset.ts';
import { dataFolder } from '../compile/paths.ts';
import { readEntities } from '../compile/read-entities.ts';
import { readMoved } from '../compile/read-moved.ts';
import { rules } from '../compile/rules/registry.ts';
import { toDataset } from '../compile/rules/rule.ts';
import { formatJson } from '../compile/write-entity.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, prune: { type: 'boolean', default: false } },
});

const side: RuleProblem[] = [];
/** A damaged side file is one more problem, not the end of the check. */
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
const floors = readSide('floors.json', {}, () =>
  z.record(z.string(), z.number()).parse(readJson('floors.json')),
);
const stored = readSide('exceptions.json', [], () => exceptionsSchema.parse(readJson('exceptions.json')));
const dataset = toDataset(entities, { moved, floors });
const exceptions = values.prune ? pruneExceptions(dataset, rules, stored) : stored;
if (values.prune) writeFileSync(path.join(dataFolder, 'exceptions.json'), formatJson(exceptions));
const { problems: ruleProblems, excepted } = checkDataset(dataset, rules, exceptions);
const problems = [
  ...side,
  ...schemaProblems.map((problem) => ({ rule: 'schema', ...problem })),
  ...ruleProblems,
];

if (values.json) console.log(JSON.stringify(problems, null, 2));
else
  for (const { rule, file, field, message } of problems)
    console.log(`data/${file}: ${field || '(file)'}: ${message} [${rule}]`);
const summary = `${entities.length} entities, ${rules.length + 1} rules: ${problems.length} problems, ${excepted} known exceptions.`;
console.error(problems.length > 0 ? summary : `${summary} All good.`);
process.exitCode = problems.length > 0 ? 1 : 0;
