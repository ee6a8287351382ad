/** The check on authored dates; apart from `dates.ts`, so that what runs in a page does not carry the schema library. */
import { z } from 'zod';
import { datePrecisions, precisionOf } from './dates.ts';

/** The two must agree, and the day must exist. */
export const dateSchema = z
  .strictObject({ value: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/), precision: z.enum(datePrecisions) })
  .refine((date) => precisionOf(date.value) === date.precision, {
    error: 'value must be YYYY, YYYY-MM or YYYY-MM-DD, exist in the calendar, and match the precision',
  });
