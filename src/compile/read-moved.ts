/** Reads data/moved.json: ids that were given up, each with the id that took its place. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { entityIdSchema } from '../dataset/entity.ts';

const movedSchema = z.record(entityIdSchema, entityIdSchema);

/** Throws when the file is missing or damaged. */
export function readMoved(dataFolder: string): Record<string, string> {
  return movedSchema.parse(JSON.parse(readFileSync(path.join(dataFolder, 'moved.json'), 'utf8')));
}
