/** Counts the steps from node to node that a walk takes, those of a tree walker too: times tell nothing on a busy machine. */
import { vi } from 'vitest';

const steps = ['firstChild', 'nextSibling', 'previousSibling', 'parentNode', 'parentElement'] as const;

/** In happy-dom, whose walkers step by these getters; whether one node contains another is a step too. */
export function countSteps(act: () => void): number {
  let count = 0;
  const spies = steps.map((step) => {
    const { get } = Object.getOwnPropertyDescriptor(Node.prototype, step)!;
    return vi.spyOn(Node.prototype, step, 'get').mockImplementation(function (this: Node) {
      count++;
      return get!.call(this) as null;
    });
  });
  const contains = vi.spyOn(Node.prototype, 'contains');
  act();
  count += contains.mock.calls.length;
  for (const spy of [...spies, contains]) spy.mockRestore();
  return count;
}
