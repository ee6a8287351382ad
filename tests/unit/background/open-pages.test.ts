/** Entering pages that were open before the extension. */
import { expect, test, vi } from 'vitest';
import { enterOpenPages, type OpenPages } from '../../../src/background/open-pages.ts';

function somePages(isDone: boolean) {
  return {
    isDone: () => Promise.resolve(isDone),
    setDone: vi.fn(() => Promise.resolve()),
    tabs: () => Promise.resolve([1, 2, 3, 4]),
    // 2 has the script already, 3 is no page of ours, 4 is frozen.
    hasScript: async (tab) => {
      if (tab === 3) throw new Error('cannot access it');
      if (tab === 4) return new Promise<boolean>(() => undefined);
      return tab === 2;
    },
    enter: vi.fn<OpenPages['enter']>(() => Promise.resolve()),
  } satisfies OpenPages;
}

test('pages without the script get it, whatever becomes of the others', async () => {
  const pages = somePages(false);
  void enterOpenPages(pages);
  await vi.waitFor(() => expect(pages.enter.mock.calls).toEqual([[1]]));
  expect(pages.setDone).toHaveBeenCalled();
});

test('it is done once, however often the background starts', async () => {
  const pages = somePages(true);
  await enterOpenPages(pages);
  expect(pages.enter).not.toHaveBeenCalled();
});
