/** Lets only the reader's own input through: a page can send any event to the card's host, but not a trusted one. */
export function trusted<E extends Event>(handler: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted) handler(event);
  };
}
