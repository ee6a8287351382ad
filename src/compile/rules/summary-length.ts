/** Rule: a summary fits the card and reads alone. */
import { entityRule } from './rule.ts';

const shortest = 40;
/** An instrument's summary must also say what it does not do. */
const longest = { instrument: 600, other: 320 };

export const summaryLength = entityRule(
  'summary-length',
  `A summary is ${shortest} to ${longest.other} characters of whole sentences (instruments: to ${longest.instrument}), with a full stop.`,
  function* (entity) {
    const limit = entity.kind === 'instrument' ? longest.instrument : longest.other;
    const { length } = entity.summary;
    if (length < shortest) yield ['summary', `is ${length} characters: too short to say what it is`];
    if (length > limit) yield ['summary', `is ${length} characters: more than ${limit}`];
    if (!/\.["”’)]?$/.test(entity.summary))
      yield ['summary', 'does not end as a statement, with a full stop'];
  },
);
