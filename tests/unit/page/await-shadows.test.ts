// @vitest-environment happy-dom
/** Custom elements whose code comes late are looked at again and again for a while, and then no more. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { awaitShadows, type AwaitedShadows } from '../../../src/page/await-shadows.ts';
import { lateHostChecksMs } from '../../../src/page/pacing.ts';
import type { PageRoot } from '../../../src/page/page-model.ts';
import { createPageRoot } from '../../../src/page/page-root.ts';

const onShadow = vi.fn();
let root: PageRoot;
let shadows: AwaitedShadows;
beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '';
  onShadow.mockClear();
  root = createPageRoot(document, null, null);
  shadows = awaitShadows(Date.now, onShadow);
});
afterEach(() => void vi.useRealTimers());

function newHost(): Element {
  const host = document.createElement('x-card');
  document.body.append(host);
  return host;
}
const [soon, later, last] = lateHostChecksMs as [number, number, number];

it('tells of a shadow root once, at the next look after it came', () => {
  const host = newHost();
  shadows.add(host, root);
  vi.advanceTimersByTime(soon);
  expect(onShadow).not.toHaveBeenCalled();
  const shadow = host.attachShadow({ mode: 'open' });
  vi.advanceTimersByTime(later - soon);
  expect(onShadow.mock.calls).toEqual([[shadow, host, root]]);
  vi.advanceTimersByTime(last);
  shadows.check();
  expect(onShadow).toHaveBeenCalledOnce();
});

it('looks once more in the end, and then only when asked', () => {
  const [slow, slowest] = [newHost(), newHost()];
  for (const host of [slow, slowest]) shadows.add(host, root);
  vi.advanceTimersByTime(last - 1);
  slow.attachShadow({ mode: 'open' });
  vi.advanceTimersByTime(1);
  expect(onShadow.mock.calls.map(([, host]) => host as Element)).toEqual([slow]);
  slowest.attachShadow({ mode: 'open' });
  vi.advanceTimersByTime(10 * last);
  expect(onShadow).toHaveBeenCalledOnce();
  shadows.check();
  expect(onShadow.mock.calls.map(([, host]) => host as Element)).toEqual([slow, slowest]);
});

it('looks at hosts that come soon after one another together, and at those that come later by themselves', () => {
  const looks = vi.spyOn(globalThis, 'setTimeout');
  shadows.add(newHost(), root);
  vi.advanceTimersByTime(soon);
  shadows.add(newHost(), root);
  expect(looks).toHaveBeenCalledTimes(lateHostChecksMs.length);
  vi.advanceTimersByTime(1);
  const host = newHost();
  shadows.add(host, root);
  expect(looks).toHaveBeenCalledTimes(2 * lateHostChecksMs.length);
  vi.advanceTimersByTime(last);
  // One that waits already is no reason to look again.
  shadows.add(host, root);
  expect(looks).toHaveBeenCalledTimes(2 * lateHostChecksMs.length);
  looks.mockRestore();
});

it('forgets hosts that left, and those of a tree that ended', () => {
  const gone = newHost();
  shadows.add(gone, root);
  const inner = createPageRoot(document, null, null);
  const ended = newHost();
  shadows.add(ended, inner);
  gone.remove();
  inner.ending.abort();
  for (const host of [gone, ended]) host.attachShadow({ mode: 'open' });
  shadows.check();
  document.body.append(gone);
  shadows.check();
  expect(onShadow).not.toHaveBeenCalled();
});
