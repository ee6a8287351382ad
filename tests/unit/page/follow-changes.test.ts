// @vitest-environment happy-dom
/** What a batch of changes is allowed to hold. */
import { expect, it, vi } from 'vitest';
import { followChanges } from '../../../src/page/follow-changes.ts';
import { mostPendingNodes } from '../../../src/page/pacing.ts';

// What browsers do in an instant takes many seconds here.
vi.mock('../../../src/page/pacing.ts', async (original) => ({
  ...(await original()),
  mostPendingNodes: 100,
}));

it.each([
  ['switched', (element: Element) => element.setAttribute('contenteditable', '')],
  ['lessened', (element: Element) => element.firstChild!.remove()],
])(
  'more elements that were %s than are worth keeping apart are read with everything else',
  async (_, change) => {
    const root = document.createElement('div');
    root.innerHTML = '<p><b></b></p>'.repeat(mostPendingNodes + 1);
    const ending = new AbortController();
    const read = vi.fn(() => Promise.resolve(0));
    const readAll = vi.fn(() => Promise.resolve(0));
    const onReplaced = () => undefined;
    followChanges(root, { signal: ending.signal, read, readAll, now: () => 0, onReplaced });
    for (const element of root.children) change(element);
    await vi.waitFor(() => expect(readAll).toHaveBeenCalledTimes(1));
    expect(read).not.toHaveBeenCalled();
    ending.abort('over');
  },
);
