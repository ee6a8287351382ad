/** Counts the steps from node to node that a walk takes, those of a tree walker too: times tell nothing on a busy machine. */
import { vi } from 'vitest';

const steps = ['firstChild', 'nextSibling', 'previousSibling', 'parentNode', 'parentElement'] as const;

/** In happy-dom, whose walkers step by these getters. */
export function countSteps(act: () => void): number {
  let count = 0;
  const spies = steps.map((step) => {
    const { get } = Object.getOwnPropertyDescriptor(Node.prototype, step)!;
    return vi.spyOn(Node.prototype, step, 'get').mockImplementation(function (this: Node) {
      count++;
      return get!.call(this) as null;
    });
  });
  act();
  for (const spy of spies) spy.mockRestore();
  return count;
}
