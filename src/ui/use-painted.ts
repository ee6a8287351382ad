/** Lets a screen be painted with what is read first, before it draws what stands farther down. */
import { useEffect, useState } from 'preact/hooks';

/** False until the component has been painted for the first time. */
export function usePainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setPainted(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isPainted;
}
