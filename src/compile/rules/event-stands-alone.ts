/** Rule: an event can be read without the ones around it. */
import { entityRule } from './rule.ts';

const leaning =
  /^(It|He|She|They|Its|His|Her|Their|Both|This|These|Those|Another|The (?:company|firm|app|same|two|latter|former|suit|case|report|court|judge|order|deal|product|study|paper|researchers|authors|list|jury|appeal|settlement|ruling|rule|decision|agency|ministry|trial|lawsuit))\b/;
/** "It was reported that" points at nothing before it. */
const expletive = /^It (was|is) (reported|announced|said|confirmed|revealed|disclosed) /;

export const eventStandsAlone = entityRule(
  'event-stands-alone',
  'Cards show single events: each names its subject instead of leaning on the one before it (audit pattern 10).',
  function* (entity) {
    for (const { id, text } of entity.events) {
      const found = expletive.test(text) ? null : leaning.exec(text);
      if (found) yield [`events.${id}.text`, `begins with “${found[0]}”: say who or what`];
    }
  },
);
