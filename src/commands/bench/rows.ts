/** One line of the bench's table, how it is summed up from runs, and how it is printed. Pure. */
import type { BrowserName } from '../browser/find-browser.ts';

export interface Row {
  browser: BrowserName;
  /** A generated page by its number of text nodes, any other by its name. */
  page: number | string;
  /** Mentions per 100 words; null where the page was not generated. */
  density: number | null;
  names: number;
  way: string;
  /** The median of the runs, and the lowest and highest of them. */
  ms: number;
  spread: [number, number];
  /** To the floor of the same run: median of the runs, lowest and highest; null where there is no floor to compare with. */
  ratio: number | null;
  ratioSpread: [number, number] | null;
  /** The quickest run to the quickest floor: what a busy machine disturbs least. */
  least: number | null;
  runs: number;
  /** Processor time of the thread, or the clock where the browser does not tell that. */
  clock: 'cpu' | 'wall';
  /** More figures by name, units in the names: medians of the runs, but `differing`, `lost` and `layouts` their most. */
  figures: Record<string, number>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return NaN;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const span = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];

/** Figures of which the worst run counts: one wrong place in five runs is a wrong place. */
const worstCounts = new Set(['differing', 'lost', 'layouts', 'layoutShift']);

export interface Run {
  ms: number;
  /** The floor of the same run, ms; nought (a coarse clock, a tiny page) is no floor to compare with. */
  floorMs: number | null;
  figures?: Readonly<Record<string, number>> | undefined;
}

/** What a row says besides what was measured. */
export type RowHead = Pick<Row, 'browser' | 'page' | 'density' | 'names' | 'way' | 'clock'>;

/** Throws without a run. */
export function rowOf(head: RowHead, runs: readonly Run[]): Row {
  if (runs.length === 0) throw new Error(`no run of ${head.way} on ${head.page}`);
  const ms = runs.map((run) => run.ms);
  const compared = runs.flatMap((run) => (run.floorMs ? [{ ms: run.ms, floorMs: run.floorMs }] : []));
  const floors = compared.map(({ floorMs }) => floorMs);
  const ratios = compared.map((run) => run.ms / run.floorMs);
  const names = new Set(runs.flatMap(({ figures }) => Object.keys(figures ?? {})));
  const figures = [...names].map((name) => {
    const values = runs.flatMap((run) => run.figures?.[name] ?? []);
    return [name, worstCounts.has(name) ? Math.max(...values) : median(values)] as const;
  });
  return {
    ...head,
    ms: median(ms),
    spread: span(ms),
    ratio: ratios.length > 0 ? median(ratios) : null,
    ratioSpread: ratios.length > 0 ? span(ratios) : null,
    least: floors.length > 0 ? Math.min(...ms) / Math.min(...floors) : null,
    runs: runs.length,
    figures: Object.fromEntries(figures),
  };
}

const digits = (value: number) => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 2 : 4);
const rounded = (value: number) => Number(value.toFixed(digits(value)));

/** One JSON object: `page`, `names`, `way`, `ms`, `ratio` and the rest, figures beside them. */
export function toJsonLine(row: Row): string {
  const { figures, ...rest } = row;
  return JSON.stringify({ ...rest, ...figures }, (_, value: unknown) =>
    typeof value === 'number' ? rounded(value) : value,
  );
}

export function tableHead(): string {
  return line(
    'browser',
    'page',
    '/100',
    'names',
    'way',
    'ms',
    'lowest–highest',
    '× floor',
    'lowest–highest',
    'besides',
  );
}

export function toTableLine(row: Row): string {
  const times = (value: number) => `${value.toFixed(2)}×`;
  const range = (of: [number, number], write: (value: number) => string) => of.map(write).join('–');
  return line(
    row.browser,
    String(row.page).slice(-34),
    row.density === null ? '' : String(row.density),
    row.names ? String(row.names) : '',
    row.way,
    short(row.ms),
    range(row.spread, short),
    row.ratio === null ? '' : times(row.ratio),
    row.ratioSpread === null ? '' : range(row.ratioSpread, times),
    Object.entries(row.figures)
      .map(([name, value]) => `${name} ${short(value)}`)
      .join(', '),
  );
}

function short(value: number): string {
  const places = Math.abs(value) < 1 ? 3 : Math.abs(value) < 100 ? 1 : 0;
  return String(Number(value.toFixed(places)));
}

const widths = [9, 11, 5, 7, 22, 8, 15, 9, 16];
const isRight = [false, false, true, true, false, true, true, true, true];

function line(...cells: string[]): string {
  const padded = cells.map((cell, k) =>
    isRight[k] ? cell.padStart(widths[k]!) : cell.padEnd(widths[k] ?? 0),
  );
  return padded.join(' ').trimEnd();
}
