/** Whether a value that was parsed from JSON, and not checked yet, is an object: not null, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
