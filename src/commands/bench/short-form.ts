/** The short form that CI runs: some ratios in Chromium, held against ceilings that are committed and may only fall. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  ceilingsSchema,
  describePlace,
  judge,
  loweredCeilings,
  raisedCeilings,
  targetsOf,
  type Ceiling,
  type Verdict,
} from './judge.ts';
import { measureFollowing } from './measure-following.ts';
import { measureNames } from './measure-names.ts';
import { measurePages } from './measure-pages.ts';
import type { Row } from './rows.ts';

const file = fileURLToPath(new URL('short-ceilings.json', import.meta.url));

/**
 * Over what was measured. Ratios of processor time to the floor of the same run stay within a quarter of one another here
 * even when ten programs wait for two cores; other machines differ from this one by more than by their speed.
 */
const margin = 1.6;

/**
 * Whole pages in three runs and a storm of two seconds: what takes long enough for the ratio to be steady. Not in it, because
 * they are not steady enough on a busy machine: everything by the clock, small pages, and the built extension's start.
 */
async function measureShort(say: (row: Row) => void): Promise<Row[]> {
  const rows: Row[] = [];
  const keep = (row: Row) => {
    rows.push(row);
    say(row);
  };
  const browser = 'chromium';
  const shapes = [
    { textNodes: 20_000, density: 0.1 },
    { textNodes: 20_000, density: 1 },
    { textNodes: 100_000, density: 0 },
  ];
  await measurePages({ browser, shapes, runs: 3, hasPeers: false, isObserved: false, say: keep });
  await measureNames({
    browser,
    counts: [2000, 20_000],
    runs: 2,
    textNodes: 20_000,
    hasStart: false,
    say: keep,
  });
  await measureFollowing({ browser, stormSeconds: 2, runs: 2, hasRerender: false, say: keep });
  return rows;
}

/** `problems` are ceilings exceeded in both of two tries, or not measured, or higher than they were in an earlier commit. */
export async function shortVerdicts({
  say,
  lowers,
}: {
  say: (row: Row) => void;
  lowers: boolean;
}): Promise<{ verdicts: Verdict[]; problems: string[] }> {
  const ceilings = readCeilings(readFileSync(file, 'utf8'));
  const targets = targetsOf(ceilings);
  const rows = await measureShort(say);
  let verdicts = judge(rows, targets);
  const isBad = ({ state }: Verdict) => state === 'missed' || state === 'not measured';
  if (verdicts.some(isBad)) {
    const again = judge(await measureShort(say), targets);
    verdicts = verdicts.map((verdict, k) => (isBad(verdict) ? again[k]! : verdict));
  }
  const missed = verdicts
    .filter(isBad)
    .map(
      ({ target, value }) =>
        `${describePlace(target)}: ${value?.toPrecision(3) ?? 'not measured'}, at most ${target.atMost}`,
    );
  if (lowers) {
    const lowered = loweredCeilings(ceilings, rows, margin);
    writeFileSync(file, `[\n${lowered.map((each) => `  ${JSON.stringify(each)}`).join(',\n')}\n]\n`);
  }
  return {
    verdicts,
    problems: [...missed, ...earlierCeilings().flatMap((older) => raisedCeilings(older, ceilings))],
  };
}

const readCeilings = (text: string): Ceiling[] => ceilingsSchema.parse(JSON.parse(text));

/** The file as it was in every commit that this clone knows; none outside a repository. */
function earlierCeilings(): Ceiling[][] {
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  try {
    const commits = git('log', '--format=%H', '--', 'short-ceilings.json').split('\n').filter(Boolean);
    return commits.map((commit) => readCeilings(git('show', `${commit}:./short-ceilings.json`)));
  } catch {
    return [];
  }
}
