/** Judges measured rows: against the targets, and against ceilings that are committed and may only fall. Pure. */
import { z } from 'zod';
import type { Row } from './rows.ts';
import type { Target } from './targets.ts';

export interface Verdict {
  target: Target;
  /** Undefined when nothing was measured for it. */
  value: number | undefined;
  state: 'met' | 'within noise' | 'missed' | 'not measured';
}

/** The row's figure; of the ratio the better of median and quickest run, since other programs only ever make it worse. */
function figureOf(row: Row, figure: string): number | undefined {
  if (figure === 'ms') return row.ms;
  if (figure !== 'ratio') return row.figures[figure];
  return row.ratio === null ? undefined : Math.min(row.ratio, row.least ?? Infinity);
}

const isFor = (row: Row, { browser, page, density, names, way }: Target) =>
  row.browser === browser &&
  row.page === page &&
  row.way === way &&
  (density === undefined || row.density === density) &&
  (names === undefined || row.names === names);

/** The worst row that the target is about counts. */
export function judge(rows: readonly Row[], targets: readonly Target[]): Verdict[] {
  return targets.map((target) => {
    const values = rows
      .filter((row) => isFor(row, target))
      .flatMap((row) => figureOf(row, target.figure) ?? [])
      .filter((value) => !Number.isNaN(value));
    if (values.length === 0) return { target, value: undefined, state: 'not measured' };
    const value = Math.max(...values);
    const isMet = value <= target.atMost;
    return {
      target,
      value,
      state: isMet ? 'met' : value <= target.atMost * target.noise ? 'within noise' : 'missed',
    };
  });
}

/** Which figure of which rows: a target or a ceiling without its number. */
export type Place = Pick<Target | Ceiling, 'browser' | 'page' | 'density' | 'names' | 'way' | 'figure'>;

export function describePlace({ browser, page, density, names, way, figure }: Place): string {
  const shape = [
    density === undefined ? '' : `${density}/100 words`,
    names === undefined ? '' : `${names} names`,
  ];
  return [browser, page, ...shape, way, figure].filter((part) => part !== '').join(' · ');
}

/**
 * What the short form of the bench guards: `measured` is the worst of some runs on the day it was set, `ceiling` that with a
 * margin. A ceiling is lowered when the code got quicker, and never raised.
 */
export const ceilingsSchema = z.array(
  z.strictObject({
    browser: z.enum(['chromium', 'firefox']),
    page: z.union([z.number(), z.string()]),
    density: z.number().optional(),
    names: z.number().optional(),
    way: z.string(),
    figure: z.string(),
    measured: z.number(),
    ceiling: z.number(),
  }),
);
export type Ceiling = z.infer<typeof ceilingsSchema>[number];

export const targetsOf = (ceilings: readonly Ceiling[]): Target[] =>
  ceilings.map((each) => ({ ...each, atMost: each.ceiling, noise: 1 }));

const keyOf = ({ browser, page, density, names, way, figure }: Place) =>
  JSON.stringify([browser, page, density ?? null, names ?? null, way, figure]);

/** Ceilings of `older` that are higher now or gone, in words. */
export function raisedCeilings(older: readonly Ceiling[], now: readonly Ceiling[]): string[] {
  const byKey = new Map(now.map((each) => [keyOf(each), each.ceiling]));
  return older.flatMap((each) => {
    const ceiling = byKey.get(keyOf(each));
    if (ceiling !== undefined && ceiling <= each.ceiling) return [];
    const what = describePlace(each);
    return [
      ceiling === undefined
        ? `${what}: its ceiling is gone`
        : `${what}: raised from ${each.ceiling} to ${ceiling}`,
    ];
  });
}

/** `margin` times what was measured now, where that is less than the ceiling; what was not measured stays. */
export function loweredCeilings(
  ceilings: readonly Ceiling[],
  rows: readonly Row[],
  margin: number,
): Ceiling[] {
  const verdicts = judge(rows, targetsOf(ceilings));
  return ceilings.map((each, k) => {
    const value = verdicts[k]!.value;
    const ceiling = value === undefined ? Infinity : Number((value * margin).toPrecision(2));
    if (value === undefined || ceiling >= each.ceiling) return each;
    return { ...each, measured: Number(value.toPrecision(3)), ceiling };
  });
}
