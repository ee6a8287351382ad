/** Packed files that are missing, told apart from damaged ones, as both browsers answer. */
import { expect, test } from 'vitest';
import { packedJson } from '../../../src/dataset/load.ts';

test('a packed file that is not there is null, whether the request or the reading of its body fails', async () => {
  const unreadable = {
    ok: true,
    text: () => Promise.reject(new DOMException('aborted', 'AbortError')),
  } as Response;
  expect(await packedJson(() => Promise.resolve(unreadable))('profiles/x.json')).toBeNull();
  expect(await packedJson(() => Promise.reject(new TypeError('failed')))('profiles/x.json')).toBeNull();
  await expect(packedJson(() => Promise.resolve(new Response('{')))('x.json')).rejects.toThrow(SyntaxError);
});
