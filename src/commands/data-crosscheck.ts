/**
 * `npm run data:crosscheck -- [--as-of YYYY-MM-DD] FILE…`: holds our listings against official tables (CSL, OFAC, eCFR,
 * EU, UK) and says what differs. `--as-of` is the day of the tables: listings that began later are not looked for.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { crosscheck, type CrosscheckFinding } from '../compile/crosscheck/crosscheck.ts';
import { OfficialFormatError } from '../compile/crosscheck/official-entry.ts';
import { rowsLeftOut } from '../compile/crosscheck/read-csl.ts';
import { officialFormat, readOfficial } from '../compile/crosscheck/read-official.ts';
import { decodeTable, tornAfter } from '../compile/crosscheck/tables.ts';
import { dataFolder } from '../compile/paths.ts';
import { readSoundEntities } from '../compile/read-entities.ts';
import { readDay } from './option-values.ts';
import { UsageError } from './usage-error.ts';

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { 'as-of': { type: 'string' } },
});
const given = values['as-of'];
const asOf = given === undefined ? null : readDay('as-of', given);
if (files.length === 0)
  throw new UsageError(
    'usage: npm run data:crosscheck -- [--as-of YYYY-MM-DD] FILE…   (official tables as downloaded; OFAC: sdn.csv with alt.csv)',
  );
const texts: string[] = [];
for (const file of files) {
  try {
    const text = decodeTable(readFileSync(file));
    const format = officialFormat(text);
    console.log(`${file}: ${format}`);
    const torn = /^\s*[<{[]/.test(text) ? null : tornAfter(text);
    const leftOut = format === 'csl' ? rowsLeftOut(text) : 0;
    if (torn !== null)
      console.error(`${file}: cut off within a row. Only the ${torn} whole rows before it were read.`);
    if (leftOut > 0)
      console.error(`${file}: a page of a search, ${leftOut} rows are not in it. Download the whole list.`);
    if (torn !== null || leftOut > 0) process.exitCode = 1;
    texts.push(text);
  } catch (error) {
    console.error(`${file}: not used. ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
try {
  if (texts.length > 0) report(texts);
} catch (error) {
  if (!(error instanceof OfficialFormatError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function report(read: readonly string[]): void {
  const entries = readOfficial(read);
  const result = crosscheck(readSoundEntities(dataFolder), entries, asOf);
  console.log(`${entries.length} entries on ${result.lists.join(', ') || 'no list that we follow'}.`);
  const tell = (title: string, findings: readonly CrosscheckFinding[]) => {
    console.log(`\n${title}: ${findings.length}`);
    for (const { entity, listing, list, name, entry } of findings) {
      const details = [
        entry?.id && `entry ${entry.id}`,
        entry?.since && `since ${entry.since}`,
        entry?.citation,
      ];
      console.log(
        `  ${entity}${listing ? ` ${listing}` : ''}, ${list}: ${name}${details
          .filter(Boolean)
          .map((each) => `, ${each}`)
          .join('')}`,
      );
    }
  };
  tell('Confirmed', result.confirmed);
  tell('Of these with another day, citation or number there', result.differing);
  tell('In force here, not found there', result.notThere);
  tell('Ended here, still there', result.stillThere);
  tell('There under a name that we know, not here', result.missingHere);
}
