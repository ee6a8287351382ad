/** Dragging a pinned card by its header; it stays inside the window. */
import type { Box } from './path-to-card.ts';

interface Drag {
  /** The trusted `pointerdown` that begins it. */
  event: PointerEvent;
  panel: HTMLElement;
  window: Box;
  signal: AbortSignal;
  onMove: () => void;
}

export function startDrag({ event, panel, window, signal, onMove }: Drag): void {
  const handle = event.currentTarget as HTMLElement;
  const box = panel.getBoundingClientRect();
  const [dx, dy] = [box.left - event.clientX, box.top - event.clientY];
  const ending = new AbortController();
  const options = { signal: AbortSignal.any([signal, ending.signal]) };
  handle.setPointerCapture(event.pointerId);
  event.preventDefault();
  handle.addEventListener(
    'pointermove',
    (move) => {
      if (!move.isTrusted) return;
      onMove();
      panel.style.left = `${clamp(move.clientX + dx, window.left, window.right - box.width)}px`;
      panel.style.top = `${clamp(move.clientY + dy, window.top, window.bottom - box.height)}px`;
    },
    options,
  );
  for (const type of ['pointerup', 'pointercancel'] as const)
    handle.addEventListener(type, () => ending.abort('over'), options);
}

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value));
}
