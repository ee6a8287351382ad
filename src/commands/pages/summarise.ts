/** Sums up the reports on many saved pages in a few lines. Pure. */
import type { PageReport } from './check-page.ts';

const quantile = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;

/** Shifts below this are rounding of fractions of pixels, not movement that anyone sees. */
const leastShift = 0.001;

/** `isOk` is false when the extension threw, changed a DOM or moved a layout, or when no page could be looked at. */
export function summarise(reports: readonly PageReport[]): { lines: string[]; isOk: boolean } {
  const looked = reports.filter(({ failure }) => failure === undefined);
  const failed = reports.filter(({ failure }) => failure !== undefined);
  const wrong = (title: string, select: (report: PageReport) => boolean) => {
    const pages = looked.filter(select).map(({ page }) => page);
    return {
      count: pages.length,
      line: `${title}: ${pages.length}${pages.length ? ` (${pages.slice(0, 5).join(', ')})` : ''}`,
    };
  };
  const findings = [
    wrong('pages with an error of ours', ({ errors }) => errors.length > 0),
    wrong('pages whose DOM changed', ({ changes, isSameDom }) => changes.length > 0 || !isSameDom),
    wrong('pages whose layout shifted by us', ({ layoutShift }) => (layoutShift ?? 0) > leastShift),
  ];
  const slices = looked.flatMap(({ longestSliceMs }) => longestSliceMs ?? []).sort((a, b) => a - b);
  const work = looked.flatMap(({ workMs }) => workMs ?? []).sort((a, b) => a - b);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const ms = (sorted: readonly number[]) =>
    [0.5, 0.9, 0.99, 1].map((part) => quantile(sorted, part).toFixed(1)).join(' / ');
  const lines = [
    `${reports.length} pages, ${looked.length} looked at, ${(sum(reports.map(({ bytes }) => bytes)) / 1e6).toFixed(0)} MB`,
    `marks: ${sum(looked.map(({ marks }) => marks))} on ${looked.filter(({ marks }) => marks > 0).length} pages`,
    ...findings.map(({ line }) => line),
    ...(slices.length > 0
      ? [
          `longest slice of the content script, ms (median / 90 % / 99 % / most): ${ms(slices)}`,
          `all its work on a page, ms: ${ms(work)}`,
        ]
      : []),
    ...failed.map(({ page, failure }) => `not looked at: ${page}: ${failure}`),
  ];
  return { lines, isOk: looked.length > 0 && findings.every(({ count }) => count === 0) };
}
