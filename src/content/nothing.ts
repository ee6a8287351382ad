/** For callbacks and failures that nothing follows from. */
export function nothing(): void {
  // Why nothing does is said where this is passed.
}
