/** Reads the values of options that are days or counts; what is neither is refused in a line. */
import { z } from 'zod';

/** `option` is only used to name it. */
export function readDay(option: string, value: string): string {
  if (!z.iso.date().safeParse(value).success)
    throw new Error(`--${option} takes a day such as 2026-11-30, not ${value}`);
  return value;
}

export function readCount(option: string, value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`--${option} takes a whole number from 1 on, not ${value}`);
  return count;
}
