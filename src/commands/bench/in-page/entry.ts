/** What `bench` loads into a page's isolated world: all ways by name. */
import { peers } from './peers.ts';
import { hover, lookoutStart, matcherStart, observed, reference, sidelight } from './sidelight.ts';
import { followWays } from './follow.ts';
import { timed, touchText, type Way, type WayInput, type WayResult } from './way.ts';

const ways: Record<string, Way> = {
  nothing: () => timed(() => 0),
  floor: () => timed(() => touchText(document.body).sum),
  sidelight,
  observed,
  reference,
  hover,
  'matcher start': matcherStart,
  'lookout start': lookoutStart,
  ...followWays,
  ...peers,
};

declare global {
  var runWay: (way: string, input: WayInput) => Promise<WayResult>;
}
/** Until what the way changed has been laid out and painted: two frames. */
globalThis.runWay = async (way, input) => {
  const result = await ways[way]!(input);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return result;
};
