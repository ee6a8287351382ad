/**
 * `npm run bench`: how quick Sidelight is, in one table, next to the floor (reading every text node and touching each character
 * once) and to what people would use instead. Every run is in a fresh page; ways take turns.
 *
 *     npm run bench                        everything, both browsers; about an hour
 *     npm run -s bench -- --json           JSON lines {"browser","page","density","names","way","ms","ratio",…}
 *     npm run bench -- --check             exits with 1 when a target of bench/targets.ts is missed beyond noise, or not measured
 *     npm run bench -- --short --check     what CI runs, a minute: exits with 1 when a ceiling of bench/short-ceilings.json is exceeded
 *                                          twice, or was raised; with --lower it writes lower ceilings where there is room
 *     npm run bench -- --saved SOURCE…     the 30 largest saved pages of folders, files or bare git directories
 *     npm run bench -- --profile 20000:1   a profile of one page (text nodes : mentions per 100 words) for DevTools
 *     --only pages,names,following,built,start,card,screens   --browser chromium|firefox|both   --runs 5   --no-peers   --no-build
 *     --pages 2000,100000   --densities 0,0.1,1   --seconds 5
 *
 * `ms` is the median of the runs, `ratio` that of ms by the floor of the same run. In Chromium they are processor time of the
 * page's main thread, drawing included, which other programs on the machine do not lengthen; in Firefox too where Linux tells it,
 * but for `observed` and what follows changes. `clock` says which.
 */
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runBench, sections, type Section } from './bench/run-bench.ts';
import { shortVerdicts } from './bench/short-form.ts';
import { describePlace, judge, type Verdict } from './bench/judge.ts';
import { tableHead, toJsonLine, toTableLine, type Row } from './bench/rows.ts';
import { takeProfile } from './bench/take-profile.ts';
import { targets } from './bench/targets.ts';
import { browserNames } from './browser/find-browser.ts';
import { readCount, readNumbers } from './option-values.ts';
import { rootFolder } from './paths.ts';
import { UsageError } from './usage-error.ts';

const { values: options, positionals } = parseArgs({
  allowNegative: true,
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
    lower: { type: 'boolean', default: false },
    saved: { type: 'boolean', default: false },
    profile: { type: 'string' },
    only: { type: 'string' },
    browser: { type: 'string', default: 'both' },
    runs: { type: 'string', default: '5' },
    pages: { type: 'string', default: '2000,20000,100000' },
    densities: { type: 'string', default: '0,0.1,1' },
    seconds: { type: 'string', default: '5' },
    peers: { type: 'boolean', default: true },
    build: { type: 'boolean', default: true },
  },
});

const rows: Row[] = [];

function say(row: Row): void {
  rows.push(row);
  console.log(options.json ? toJsonLine(row) : toTableLine(row));
}

/** What is no row goes where it does not disturb a reader of JSON. */
const tell = (text: string) => (options.json ? console.error(text) : console.log(text));

function tellVerdicts(verdicts: readonly Verdict[]): void {
  for (const { target, value, state } of verdicts) {
    const sign = { met: '✓', 'within noise': '~', missed: '✗', 'not measured': '?' }[state];
    const found = value === undefined ? 'not measured' : Number(value.toPrecision(3));
    tell(`${sign} ${describePlace(target)}: ${found}, at most ${target.atMost}`);
  }
}

function chosenSections(): Section[] {
  const wanted =
    options.only?.split(',') ?? (options.saved ? ['saved'] : sections.filter((each) => each !== 'saved'));
  return wanted.map((name) => {
    const section = sections.find((each) => each === name);
    if (!section) throw new UsageError(`--only takes of ${sections.join(', ')}, not ${name}`);
    return section;
  });
}

const load = () => `load ${loadavg().map((one) => one.toFixed(1)).join(' ')} on ${cpus().length} cores`; // prettier-ignore

if (options.profile !== undefined) {
  const [textNodes = 20_000, density = 0.1] = readNumbers('profile', options.profile, ':');
  const file = join(rootFolder, '.sidelight', `bench-${textNodes}-${density}.cpuprofile`);
  console.log((await takeProfile({ textNodes, density }, file)).join('\n'));
  console.log(file);
} else if (options.short) {
  tell(`${new Date().toISOString()}, ${load()}`);
  if (!options.json) tell(tableHead());
  const { verdicts, problems } = await shortVerdicts({ say, lowers: options.lower });
  tellVerdicts(verdicts);
  for (const problem of problems) tell(`✗ ${problem}`);
  tell(`${verdicts.length} ceilings, ${problems.length} problems; ${load()}`);
  if (options.check && problems.length > 0) process.exitCode = 1;
} else {
  const browsers = browserNames.filter((name) => options.browser === 'both' || name === options.browser);
  if (browsers.length === 0)
    throw new UsageError(`--browser takes chromium, firefox or both, not ${options.browser}`);
  const plan = {
    browsers,
    sections: chosenSections(),
    runs: readCount('runs', options.runs),
    pages: readNumbers('pages', options.pages),
    densities: readNumbers('densities', options.densities),
    stormSeconds: readCount('seconds', options.seconds),
    hasPeers: options.peers,
    saved: positionals,
    isBuilding: options.build,
    say,
    tell,
  };
  const { version } = JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  if (plan.sections.includes('saved') && positionals.length === 0)
    throw new UsageError('usage: npm run bench -- --saved SOURCE…');
  tell(`Sidelight ${version}, ${new Date().toISOString()}, ${load()}`);
  if (!options.json) tell(tableHead());
  await runBench(plan);
  tell(load());
  const verdicts = judge(rows, targets);
  // What was left out by an option is not told; with --check it counts all the same.
  tellVerdicts(options.check ? verdicts : verdicts.filter(({ state }) => state !== 'not measured'));
  const missed = verdicts.filter(({ state }) => state === 'missed' || state === 'not measured');
  if (options.check && missed.length > 0) process.exitCode = 1;
}
