// @vitest-environment happy-dom
/** A prerendered page waits until it is shown; no other does. */
import { afterEach, expect, it } from 'vitest';
import { whenShown } from '../../../src/content/when-shown.ts';

const prerendering = (value: unknown) =>
  Object.defineProperty(document, 'prerendering', { value, configurable: true });
afterEach(() => void Reflect.deleteProperty(document, 'prerendering'));

async function isShown(): Promise<boolean> {
  let shown = false;
  void whenShown(document).then(() => (shown = true));
  await Promise.resolve();
  await Promise.resolve();
  return shown;
}

it('waits for the browser to show a prerendered page', async () => {
  prerendering(true);
  expect(await isShown()).toBe(false);
  const shown = whenShown(document);
  document.dispatchEvent(new Event('prerenderingchange'));
  await shown;
});
it.each([undefined, false, document.createElement('p')])('does not wait where it is %s', async (value) => {
  prerendering(value);
  expect(await isShown()).toBe(true);
});
