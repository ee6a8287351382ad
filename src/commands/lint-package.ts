/** `npm run lint:package`: Mozilla's validator on the Firefox build; a warning passes only when it is explained here. */
import { z } from 'zod';
import { refuseArguments } from './option-values.ts';
import { builtFolder, requireExtension } from './paths.ts';
import { runTool } from './run-tool.ts';

refuseArguments();

/** What may be warned of, at most how often, and why it is no danger. An explanation without its warning fails too. */
const explained = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    message: /innerHTML/,
    times: 2,
    why: "Preact's own support of dangerouslySetInnerHTML, once in the screens' shared chunk and once in the script that draws cards; no file of ours uses it, and ESLint refuses it.",
  },
];

const reportSchema = z.object({
  errors: z.array(z.unknown()),
  warnings: z.array(z.object({ code: z.string(), message: z.string(), file: z.string().optional() })),
});

requireExtension(builtFolder.firefox);
const run = await runTool('web-ext', ['lint', '--source-dir', builtFolder.firefox, '--output', 'json']);
const json = run.output.slice(run.output.indexOf('{'), run.output.lastIndexOf('}') + 1);
// It fails, with a report, where there are errors; without one it did not run.
if (json === '') throw new Error(run.output);
const { errors, warnings } = reportSchema.parse(JSON.parse(json));

const isExplained = (warning: (typeof warnings)[number]) =>
  explained.some(({ code, message }) => code === warning.code && message.test(warning.message));
const unexplained = warnings.filter((warning) => !isExplained(warning));
const miscounted = explained.filter(({ code, message, times }) => {
  const found = warnings.filter((warning) => warning.code === code && message.test(warning.message));
  return found.length !== times;
});

for (const problem of [...errors, ...unexplained]) console.log(JSON.stringify(problem));
for (const { code, times } of miscounted) console.log(`${code} is explained ${times} times: count again`);
for (const { code, times, why } of explained) console.log(`explained: ${code} (${times}): ${why}`);
console.log(`${errors.length} errors, ${unexplained.length} unexplained warnings`);
process.exitCode = errors.length + unexplained.length + miscounted.length === 0 ? 0 : 1;
