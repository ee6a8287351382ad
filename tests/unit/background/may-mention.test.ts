/** Whether a doubtful name is meant, by the words around it, over the names of the real dataset. */
import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { createMayMention } from '../../../src/background/may-mention.ts';

const names: unknown = JSON.parse(
  readFileSync(new URL('../../../data/compiled/names.json', import.meta.url), 'utf8'),
);
const ask = createMayMention(() => Promise.resolve(names));
const isMeant = (...texts: string[]) => ask(texts.map((text) => ({ text, language: 'en' })));

it('is yes where the words around a name prove it, and no where they speak of something else', async () => {
  expect(await isMeant('The Oculus at the World Trade Center was lit in green.')).toBe(false);
  expect(await isMeant('A hermit lives in that wood.', 'Hermit crabs change their shells.')).toBe(false);
  expect(
    await isMeant(
      'A hermit lives in that wood.',
      'Researchers at Lookout found the Hermit spyware on Android phones.',
    ),
  ).toBe(true);
});

it('weighs no more than some hundreds of names for one page, which then reads them itself: all other pages wait meanwhile', async () => {
  let weighed = 0;
  const text = 'They put the Ring and the Ring on. '.repeat(25);
  const texts = Array.from({ length: 100 }, () => ({
    language: 'en',
    get text() {
      weighed++;
      return text;
    },
  }));
  expect(await ask(texts.slice(0, 3))).toBe(false);
  weighed = 0;
  expect(await ask(texts)).toBe(true);
  expect(weighed).toBeLessThan(10);
});

it('reads the names once, and anew when they could not be read', async () => {
  const read = vi
    .fn<() => Promise<unknown>>()
    .mockRejectedValueOnce(new Error('gone'))
    .mockResolvedValueOnce(null);
  read.mockResolvedValue(names);
  const once = createMayMention(read);
  const texts = [{ text: 'NSO Group', language: null }];
  await expect(once(texts)).rejects.toThrow('gone');
  await expect(once(texts)).rejects.toThrow('names.json');
  expect([await once(texts), await once(texts), read.mock.calls.length]).toEqual([true, true, 3]);
});
