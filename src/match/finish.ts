/** Runs work that is made of pieces to its end in one go, for who need not let others in between. */
export function finish<Result>(work: Iterator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
