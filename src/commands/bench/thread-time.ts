/** Processor time of the main threads of Firefox's page processes, which it does not tell over WebDriver; from Linux itself. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What Firefox calls the main thread of a process that shows pages; Linux keeps 15 letters. */
const pageThread = /^(Isolated Web|Web Content|file:\/\/ Cont)/;

export function canReadThreads(): boolean {
  return existsSync('/proc/self/schedstat');
}

/** All page processes below the browser's process together, ms since they began. */
export function pageThreadsMs(browserPid: number): number {
  let ns = 0;
  for (const pid of descendants(browserPid)) {
    try {
      if (!pageThread.test(readFileSync(`/proc/${pid}/comm`, 'utf8'))) continue;
      ns += Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // It ended between being listed and being read.
    }
  }
  return ns / 1e6;
}

function descendants(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!pid) continue;
    try {
      // The name, in brackets, may hold spaces; the parent is the second field after it.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), pid]);
    } catch {
      // As above.
    }
  }
  const found: number[] = [];
  for (let next = children.get(root) ?? []; next.length > 0;) {
    found.push(...next);
    next = next.flatMap((pid) => children.get(pid) ?? []);
  }
  return found;
}
