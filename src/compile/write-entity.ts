/** The one way in which a script writes an entity: checked, keys in the schema's order, two-space JSON, newline at the end. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { entitySchema, type Entity } from '../dataset/entity.ts';

/** The canonical text of any JSON file of this project. */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The canonical text of an entity. Throws an `Error` that names every field at fault when the entity breaks the schema. */
export function formatEntity(entity: Entity): string {
  // A zod object gives its keys back in the order of its shape, whatever order they came in.
  const result = entitySchema.safeParse(entity);
  if (!result.success) throw new Error(`${entity.id}: ${z.prettifyError(result.error)}`);
  return formatJson(result.data);
}

/**
 * Writes `<folder>/<id>.json`. Returns whether the file's bytes changed, so that a second run can prove that it did
 * nothing. Throws like `formatEntity`, and then writes nothing.
 */
export function writeEntity(folder: string, entity: Entity): boolean {
  const file = path.join(folder, `${entity.id}.json`);
  const text = formatEntity(entity);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  writeFileSync(file, text);
  return true;
}
