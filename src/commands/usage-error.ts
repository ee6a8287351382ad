/** Thrown where a command was called wrongly: `tell-errors.ts` tells it in a line and exits with 2, not 1. */
export class UsageError extends Error {}
