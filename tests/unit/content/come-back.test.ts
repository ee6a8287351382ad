// @vitest-environment happy-dom
/** A page that comes back: what was asked before is asked again, and answered once. */
import { beforeEach, expect, it, vi } from 'vitest';
import { askUntilAnswered, onComeBack } from '../../../src/content/come-back.ts';

function show(persisted: boolean, isTrusted = true): void {
  const event = Object.assign(new Event('pageshow'), { persisted });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  window.dispatchEvent(event);
}
const ending = { controller: new AbortController() };
beforeEach(() => {
  ending.controller = new AbortController();
});

it('hears of returns only: not of first showings, not of made-up events, not after its end', () => {
  const listener = vi.fn();
  onComeBack(window, listener, ending.controller.signal);
  show(false);
  show(true, false);
  expect(listener).not.toHaveBeenCalled();
  show(true);
  ending.controller.abort();
  show(true);
  expect(listener).toHaveBeenCalledTimes(1);
});

it('asks again when the page comes back unanswered, and no more once there is an answer', async () => {
  const ask = vi.fn<() => Promise<string>>();
  ask.mockReturnValueOnce(new Promise(() => undefined)).mockResolvedValue('here');
  const answer = askUntilAnswered(window, ask);
  expect(ask).toHaveBeenCalledTimes(1);
  show(true);
  expect(await answer).toBe('here');
  show(true);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('hands a refusal on', async () => {
  await expect(askUntilAnswered(window, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
