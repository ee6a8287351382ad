/** Where a frame shows its document, in the viewport of the document that the frame stands in. */
import { boxOf, documentOf, viewOf } from './dom.ts';

/** A point of the frame's own viewport stands at `left + x * scaleX`, `top + y * scaleY`. */
export interface FrameView {
  left: number;
  top: number;
  scaleX: number;
  scaleY: number;
}

/** The document begins within border and padding. Zoom and transforms around a frame make it larger or smaller; it knows nothing of them. */
export function frameViewOf(frame: Element): FrameView {
  const box = boxOf(frame);
  const { offsetWidth, offsetHeight, clientLeft, clientTop } = frame as HTMLElement;
  const scaleX = box.width / offsetWidth || 1;
  const scaleY = box.height / offsetHeight || 1;
  const style = viewOf(documentOf(frame))?.getComputedStyle(frame);
  const px = (length = '') => parseFloat(length) || 0;
  return {
    left: box.left + (clientLeft + px(style?.paddingLeft)) * scaleX,
    top: box.top + (clientTop + px(style?.paddingTop)) * scaleY,
    scaleX,
    scaleY,
  };
}
