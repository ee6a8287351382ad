/** Loaded before every command: what the person at the terminal can mend is told in a line, a fault of ours with its stack. */
import { isMainThread } from 'node:worker_threads';

/** Errors of Node about its files and options, and those that our code throws itself, say all that is needed. */
function isTold(error: Error & { code?: string }): boolean {
  return error.constructor === Error || error.code?.startsWith('ERR_PARSE_ARGS_') === true;
}

// Worker threads of the build tools load this file too, and hand their errors to the main thread.
if (isMainThread)
  process.on('uncaughtException', (error: Error & { code?: string }) => {
    console.error(isTold(error) ? error.message : error);
    process.exit(error.code?.startsWith('ERR_PARSE_ARGS_') ? 2 : 1);
  });
