/** One Tab stop for a drawing of many links: arrow keys, Home and End move between them. */
import { useRef, useState } from 'preact/hooks';
import { textDirection } from './translate.ts';

interface RovingStops<Root extends Element> {
  /** For the element that holds the links. */
  root: { current: Root | null };
  onKeyDown: (event: KeyboardEvent) => void;
  /** For the n-th link, in the order of the document. In lower case: of `tabIndex` an SVG link takes no notice. */
  stop: (index: number) => { tabindex: 0 | -1; onFocus: () => void };
}

/** `count` links (`a`) stand in the root. */
export function useRovingStops<Root extends Element>(count: number): RovingStops<Root> {
  const [current, setCurrent] = useState(0);
  const root = useRef<Root>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isRightToLeft = textDirection() === 'rtl';
    const places: Record<string, number> = {
      ArrowRight: current + (isRightToLeft ? -1 : 1),
      ArrowLeft: current + (isRightToLeft ? 1 : -1),
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      Home: 0,
      End: count - 1,
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(place, 0), count - 1);
    setCurrent(next);
    root.current?.querySelectorAll('a')[next]?.focus();
  };
  return {
    root,
    onKeyDown,
    stop: (index) => ({ tabindex: index === current ? 0 : -1, onFocus: () => setCurrent(index) }),
  };
}
