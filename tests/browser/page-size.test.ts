/** In real browsers: the work that many names in one parent take grows with their number, not with its square. */
import { expect, test } from 'vitest';
import { inEachBrowser } from './support/page-harness.ts';

const few = 8000;
const many = 4 * few;
/** Sixteen times would be the square; busy machines and the garbage collector are unfair to the longer run. */
const mostGrowth = 6;

inEachBrowser((open) => {
  async function scanMs(piece: string, count: number): Promise<number> {
    // The page stands in an inline element, as those of custom elements do.
    const body = `<font>${piece.repeat(count)}</font>`;
    const opened = await open(`<!doctype html><html lang="en"><title>t</title><body>${body}</body></html>`);
    const { workMs, found } = await opened.inside(async () => ({
      workMs: await sidelight.watch.firstScan,
      found: sidelight.list().length,
    }));
    await opened.page.close();
    expect(found).toBe(count);
    return workMs;
  }

  test.each([
    ['bare text between line breaks', 'NSO Group<br><br>'],
    ['inline elements between line breaks', '<b>NSO Group</b>.<br>\n<br>'],
    ['runs between blocks', 'NSO Group<hr>'],
  ])('%s', { timeout: 240_000 }, async (_, piece) => {
    let fewMs = Infinity;
    let manyMs = Infinity;
    // The best of up to three: the growth of a square stays one.
    for (let round = 0; round < 3 && !(manyMs / fewMs < mostGrowth); round++) {
      fewMs = Math.min(fewMs, await scanMs(piece, few));
      manyMs = Math.min(manyMs, await scanMs(piece, many));
    }
    expect(manyMs / fewMs).toBeLessThan(mostGrowth);
  });
});
