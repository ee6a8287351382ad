/**
 * `npm run bench`: how long Sidelight's whole job takes on generated pages, next to the floor (reading every text node
 * and touching each character once) and to what people would use instead; each run in a fresh page, ways interleaved.
 *
 *     npm run bench                        the whole table, both browsers; half an hour
 *     npm run -s bench -- --json           JSON lines {"browser","page","density","names","way","ms","ratio",…}
 *     npm run bench -- --check             exits with 1 when a ratio of `limits.ts` is missed beyond noise
 *     --short                              Chromium, 20,000 nodes, three runs, no peers: under a minute
 *     --browser chromium|firefox|both   --runs 5   --no-peers   --names 2000,20000,200000   --pages 2000,100000
 *
 * `ratio` is the median over runs of work on the main thread divided by the floor's median in the same session; `least` the
 * same of the fastest runs, which a busy machine disturbs less and `--check` therefore goes by.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import type { IndexEntity } from '../match/index-format.ts';
import { packIndex } from '../match/pack-index.ts';
import { generateNames, generatePage } from './bench/generate-page.ts';
import type { MatcherTimes, WayResult } from './bench/in-page.ts';
import { limits, noiseFactor } from './bench/limits.ts';
import { browserNames, ensureBrowsers, type BrowserName } from './browser/find-browser.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
    browser: { type: 'string' },
    runs: { type: 'string' },
    names: { type: 'string' },
    pages: { type: 'string' },
    peers: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

/** The realm that Puppeteer keeps for itself: the page's DOM, a world of its own, as a content script has it. */
interface IsolatedRealm {
  evaluate<Result>(script: string): Promise<Result>;
}

/** An index of generated names. As in the real one, a quarter wants its surroundings read, and some are ambiguous. */
function indexOf(names: readonly string[]) {
  const entities = names.map((text, k): IndexEntity => ({
    id: `entity-${k}`,
    name: text,
    standing: (['none', 'was-listed', 'listed'] as const)[k % 3]!,
    onlyBesideVendors: false,
    topics: [],
    kin: [],
    names: [
      {
        text,
        need: k % 8 === 7 ? 'ambiguous' : 'sure',
        case: 'default',
        context: k % 4 === 3 ? ['phone', 'software'] : [],
        cues: k % 4 === 3 ? ['school'] : [],
        notBefore: [],
        notAfter: [],
      },
    ],
  }));
  return packIndex({ entities, vocabulary: [], neutral: ['The', 'A'] });
}

async function inPageScript(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'esnext',
      lib: {
        entry: fileURLToPath(new URL('bench/in-page.ts', import.meta.url)),
        formats: ['iife'],
        name: 'sidelightBench',
      },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- a watcher, by Vite's types
  if (!first || !('output' in first)) throw new Error('nothing was built');
  return first.output[0].code;
}

const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[values.length >> 1] ?? NaN;

function medians(all: readonly MatcherTimes[]): MatcherTimes {
  const of = (part: keyof MatcherTimes) => median(all.map((times) => times[part]));
  return {
    start: of('start'),
    places: of('places'),
    findCandidates: of('findCandidates'),
    decide: of('decide'),
  };
}

interface Row {
  browser: BrowserName;
  page: number;
  density: number;
  names: number;
  way: string;
  ms: number;
  ratio: number;
  least: number;
  /** Lowest and highest of the runs, ms. */
  spread: [number, number];
  /** Medians of what the way tells besides. */
  wallMs: number;
  frameGapMs?: number;
  firstMarkMs?: number;
  matcherMs?: MatcherTimes;
  found: number;
  differing?: number;
}

async function measure(browserName: BrowserName, count: number, say: (row: Row) => void): Promise<Row[]> {
  const runs = Number(options.runs ?? (options.short ? 3 : 5));
  const names = generateNames(count);
  const index = indexOf(names);
  const script = await inPageScript();
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(pages.get(request.url ?? '') ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await puppeteer.launch({
    browser: browserName === 'firefox' ? 'firefox' : 'chrome',
    executablePath: ensureBrowsers([browserName])[browserName] ?? '',
    headless: true,
    protocolTimeout: 300_000,
    defaultViewport: { width: 1280, height: 900 },
    ...(browserName === 'chromium' && { args: ['--no-sandbox'] }),
  });
  const rows: Row[] = [];
  try {
    const shapes =
      count > 2000 || options.short
        ? [0.1, 1].map((density) => ({ textNodes: 20_000, density }))
        : [100, 2000, 20_000, 100_000].flatMap((textNodes) =>
            [0, 0.1, 1].map((density) => ({ textNodes, density })),
          );
    for (const { textNodes, density } of shapes) {
      if (options.pages && !options.pages.split(',').includes(String(textNodes))) continue;
      const path = `/${textNodes}-${density}`;
      pages.set(path, generatePage({ textNodes, density, names }));
      const hasPeers = options.peers && !options.short && count <= 2000 && textNodes <= 20_000;
      const peers = hasPeers ? ['mark.js', 'findAndReplaceDOMText', 'regex per name'] : [];
      // `reference` and `hover` follow in the same page as `sidelight`, to be compared with it.
      const sessions = [
        ['floor'],
        ['sidelight', 'hover', 'reference'],
        ['reference'],
        ...(textNodes === 2000 && density === 0.1 && !options.short ? [['storm']] : []),
        ...peers.map((peer) => [peer]),
      ];
      const results = new Map<string, WayResult[]>();
      for (let run = 0; run < runs; run++) {
        for (const session of sessions) {
          const isSlow =
            session[0] === 'regex per name' ||
            session[0] === 'mark.js' ||
            session[0] === 'findAndReplaceDOMText';
          if (isSlow && run >= 5) continue;
          const page = await browser.newPage();
          await page.goto(origin + path);
          const realm = (
            page.mainFrame() as unknown as { isolatedRealm: () => IsolatedRealm }
          ).isolatedRealm();
          await realm.evaluate(script);
          await realm.evaluate(
            `globalThis.benchData = ${JSON.stringify(index)}; globalThis.benchNames = ${JSON.stringify(names)}; document.body.offsetHeight`,
          );
          for (const way of session) {
            const result = await realm.evaluate<WayResult>(
              `runWay(${JSON.stringify(way)}, benchData, benchNames)`,
            );
            const key = way === 'reference' && session.length > 1 ? 'compared' : way;
            results.set(key, [...(results.get(key) ?? []), result]);
          }
          await page.close();
        }
      }
      const floors = results.get('floor')!.map(({ ms }) => ms);
      const floorMs = median(floors);
      const differing = Math.max(...results.get('compared')!.map((result) => result.differing ?? 0));
      for (const [way, all] of results) {
        if (way === 'compared') continue;
        const work = all.map((result) => result.workMs ?? result.ms);
        const row: Row = {
          browser: browserName,
          page: textNodes,
          density,
          names: names.length,
          way,
          ms: median(work),
          ratio: median(work) / floorMs,
          least: Math.min(...work) / Math.min(...floors),
          spread: [Math.min(...work), Math.max(...work)],
          wallMs: median(all.map(({ ms }) => ms)),
          found: all[0]!.found,
          ...(way === 'sidelight' && {
            frameGapMs: median(all.map((result) => result.worstFrameGapMs ?? 0)),
            firstMarkMs: median(all.map((result) => result.firstMarkMs ?? 0)),
            matcherMs: medians(all.flatMap((result) => result.matcherMs ?? [])),
            differing,
          }),
        };
        rows.push(row);
        say(row);
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
  return rows;
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

function print(row: Row): void {
  if (options.json) {
    console.log(
      JSON.stringify({
        ...row,
        ms: round(row.ms, 3),
        ratio: round(row.ratio, 3),
        least: round(row.least, 3),
      }),
    );
    return;
  }
  const shape = `${row.page} nodes, ${row.density}/100 words, ${row.names} names`;
  const more =
    row.way === 'sidelight'
      ? `  wall ${row.wallMs.toFixed(0)}  first mark ${row.firstMarkMs?.toFixed(0)}  frame gap ${row.frameGapMs?.toFixed(0)}  found ${row.found}, differing ${row.differing}; in the matcher ${JSON.stringify(row.matcherMs, (_, value: unknown) => (typeof value === 'number' ? round(value, 1) : value))}`
      : '';
  const spread = `${row.spread[0].toFixed(1)}–${row.spread[1].toFixed(1)}`;
  console.log(
    `${row.browser.padEnd(9)}${shape.padEnd(42)}${row.way.padEnd(22)}${row.ms.toFixed(2).padStart(10)} ms ${row.ratio.toFixed(2).padStart(8)}×  least ${row.least.toFixed(2)}×  (${spread})${more}`,
  );
}

/** What was missed, in words; empty when all holds. */
function misses(rows: readonly Row[]): string[] {
  const ours = rows.filter((row) => row.way === 'sidelight' && row.names <= 2000);
  const wrong = ours
    .filter((row) => row.differing !== 0)
    .map((row) => `${row.page}/${row.density}: ${row.differing} mentions differ from the reference`);
  const slow = ours.flatMap((row) => {
    const limit = limits[row.browser].find(
      (each) => each.textNodes === row.page && each.density === row.density,
    );
    if (!limit || Math.min(row.ratio, row.least) <= limit.ratio * noiseFactor) return [];
    return [
      `${row.browser} ${row.page}/${row.density}: ${Math.min(row.ratio, row.least).toFixed(2)}× the floor, at most ${limit.ratio}× wanted`,
    ];
  });
  return [...wrong, ...slow];
}

const browser = options.browser ?? (options.short ? 'chromium' : 'both');
const wanted = browserNames.filter((name) => name === browser || browser === 'both');
if (wanted.length === 0) throw new Error(`--browser ${browser}: chromium, firefox or both`);
const counts = (options.names ?? (options.short ? '2000' : '2000,20000,200000')).split(',').map(Number);
const rows: Row[] = [];
for (const name of wanted) for (const count of counts) rows.push(...(await measure(name, count, print)));
if (options.check) {
  const missed = misses(rows);
  for (const line of missed) console.error(line);
  process.exitCode = missed.length > 0 ? 1 : 0;
}
