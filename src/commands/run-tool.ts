/** Runs a program of node_modules/.bin (or Node on a file) and keeps what it prints. */
import { spawn } from 'node:child_process';
import { rootFolder } from './paths.ts';

export interface ToolRun {
  isOk: boolean;
  /** Standard output and error, in order of arrival. */
  output: string;
  tookMs: number;
}

/** Build tools draw spinners into pipes too: each step overwrites its line up to an erase code. */
function withoutSpinner(output: string): string {
  return output.replace(/\u001b\[\?25[lh]|[^\n]*\u001b\[K/g, '');
}

/** Never rejects: a program that cannot be started is a failed run. The path is the one that bootstrap.mjs sets. */
export function runTool(program: string, args: readonly string[], folder = rootFolder): Promise<ToolRun> {
  const startedMs = performance.now();
  return new Promise((resolve) => {
    let output = '';
    const end = (isOk: boolean) =>
      resolve({ isOk, output: withoutSpinner(output), tookMs: performance.now() - startedMs });
    const child = spawn(program, args, {
      cwd: folder,
      // Spinners and colours belong to a terminal. Tools on Windows are scripts for its shell.
      env: { ...process.env, CI: 'true', NO_COLOR: '1' },
      shell: process.platform === 'win32' && program !== process.execPath,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', (error) => {
      output += error.message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/** As `runTool`, for one of our own commands. */
export function runCommandFile(file: string, args: readonly string[] = []): Promise<ToolRun> {
  return runTool(process.execPath, [`src/commands/${file}`, ...args]);
}
