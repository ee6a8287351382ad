/** What a card calls a name after the page's own writing. */
import { expect, it } from 'vitest';
import { createMark } from '../../../src/page/page-mark.ts';
import type { CandidateBlock } from '../../../src/page/page-model.ts';
import type { Mention } from '../../../src/match/types.ts';

const surfaceOf = (text: string) =>
  createMark({ text } as CandidateBlock, { start: 0, end: text.length } as Mention).surface;

it('has the letters of the page, with one space where there are several', () => {
  expect(surfaceOf('NSO \n\t Group')).toBe('NSO Group');
  expect(surfaceOf('אן-אס-או')).toBe('אן-אס-או');
  // Joiners are part of how some scripts are written.
  expect(surfaceOf('می\u200cخواهم')).toBe('می\u200cخواهم');
});

it('has no sign that would turn round what the card says behind it', () => {
  for (const sign of '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069')
    expect(surfaceOf(`NSO${sign} Group`)).toBe('NSO Group');
});
