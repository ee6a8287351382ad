/** What counts as growing memory. */
import { expect, it } from 'vitest';
import { growingFigures, type MemoryReading } from '../../../src/commands/soak/memory.ts';

const reading = (pageHeapMb: number): MemoryReading => ({
  pageHeapMb,
  lastingHeapMb: 12,
  ranges: 1,
  browserMb: null,
  nodes: 500,
  listeners: 40,
  backgroundHeapMb: null,
});

it('tells growth from saw teeth', () => {
  const teeth = Array.from({ length: 40 }, (_, k) => reading(12 + (k % 4)));
  expect(growingFigures(teeth)).toEqual([]);
  const growth = Array.from({ length: 40 }, (_, k) => reading(12 + k));
  expect(growingFigures(growth)).toEqual(['pageHeapMb']);
});
