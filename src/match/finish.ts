/** Runs work that is made of steps to its end in one go, for callers that need not let anything else in between. */
export function finish<Result>(work: Iterator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
