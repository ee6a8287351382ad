/** Loaded before every command: what the person at the terminal can mend is told in a line, a fault of ours with its stack. */
import { isMainThread } from 'node:worker_threads';
import { UsageError } from './usage-error.ts';

/** Whether the command was called wrongly, by our rules or by those of `parseArgs`. */
function isUsage(error: Error & { code?: string }): boolean {
  return error instanceof UsageError || error.code?.startsWith('ERR_PARSE_ARGS_') === true;
}

// Worker threads of the build tools load this file too, and hand their errors to the main thread.
if (isMainThread)
  process.on('uncaughtException', (error: Error & { code?: string }) => {
    // Errors of Node about its files, and those that our code throws itself, say all that is needed.
    const isTold = isUsage(error) || error.constructor === Error;
    console.error(isTold ? error.message : error);
    process.exit(isUsage(error) ? 2 : 1);
  });
