/** Whether the extension is still there for what it left in an open page. */

/** False once the extension was updated, disabled or removed: its runtime has no id any more, or is gone itself. */
export function isAlive(runtime: { id?: string } | undefined): boolean {
  return runtime?.id !== undefined;
}
