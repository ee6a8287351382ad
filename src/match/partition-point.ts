/** Binary search in a list of which a first part fulfils a condition and the rest does not. */

/** How many items fulfil it: the index of the first that does not. Nothing outside of `low` and `high` is asked. */
export function partitionPoint<Item>(
  items: readonly Item[],
  fulfils: (item: Item) => boolean,
  low = 0,
  high = items.length,
): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fulfils(items[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
