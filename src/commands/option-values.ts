/** Reads the values of options that are days, counts or lists of numbers; what is none is refused in a line. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { UsageError } from './usage-error.ts';

/** For a command that takes no arguments. */
export const refuseArguments = (): void => void parseArgs();

/** `option` is only used to name it. */
export function readDay(option: string, value: string): string {
  if (!z.iso.date().safeParse(value).success)
    throw new UsageError(`--${option} takes a day such as 2026-11-30, not ${value}`);
  return value;
}

export function readCount(option: string, value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1)
    throw new UsageError(`--${option} takes a whole number from 1 on, not ${value}`);
  return count;
}

/** Numbers from 0 on, with `separator` between them. */
export function readNumbers(option: string, value: string, separator = ','): number[] {
  return value.split(separator).map((each) => {
    const number = Number(each);
    if (each.trim() === '' || !Number.isFinite(number) || number < 0)
      throw new UsageError(`--${option} takes numbers with “${separator}” between them, not ${value}`);
    return number;
  });
}
