/** What the apps of all frameworks show, step by step: names come, go, change places, come apart and open. Pure. */

const names = ['NSO Group', 'Candiru', 'Nobody', 'Hikvision', 'Somebody Else'];

/**
 * @typedef {{ id: number, name: string, times: number, isOpen: boolean }} Item
 * @typedef {{ title: string, items: Item[], isQuiet: boolean }} Story
 */

/** @param {number} step @returns {Story} */
export function storyAt(step) {
  const items = Array.from({ length: 9 }, (_, id) => ({
    id,
    name: names[(id * 7 + Math.floor(step / 3)) % names.length] ?? '',
    times: step,
    isOpen: (id + step) % 4 === 0,
  })).filter(({ id }) => (id + step) % 5 !== 0);
  if (step % 3 === 1) items.reverse();
  if (step % 3 === 2) items.push(...items.splice(0, 4));
  return { title: `Step ${step}`, items, isQuiet: step % 7 === 3 };
}

/** The texts that are to be marked at a step, in order. @param {number} step */
export function marksAt(step) {
  const { items, isQuiet } = storyAt(step);
  const known = names.filter((_, k) => k % 2 === 1 || k === 0);
  return isQuiet
    ? []
    : items.flatMap(({ name, isOpen }) => [
        ...(known.includes(name) ? [name] : []),
        ...(isOpen ? ['Cellebrite'] : []),
      ]);
}

/**
 * Every way in which a page comes to its next update. `update` shows a step, `slowly` does so when the framework finds time.
 * @param {number} first @param {number} last
 * @param {(step: number) => void} update @param {(step: number) => void} slowly
 */
export async function run(first, last, update, slowly = update) {
  for (let step = first; step <= last; step++) {
    if (step % 5 === 4) slowly(step);
    else update(step);
    if (step % 4 === 0) await new Promise((resolve) => setTimeout(resolve, 12));
    else if (step % 4 === 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    else if (step % 4 === 2) await Promise.resolve();
  }
}
