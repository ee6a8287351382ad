/** Rule: a source says what it is and what it bears out. */
import { entityRule } from './rule.ts';

const shortestNote = 6;

export const sourceNotes = entityRule(
  'source-notes',
  'Title and publisher are names, not addresses; the note says what the page says, in words other than the title.',
  function* (entity) {
    for (const { id, title, publisher, supports } of entity.sources) {
      if (/https?:|www\./.test(title)) yield [`sources.${id}.title`, 'is an address'];
      if (/https?:|www\.|\.\w+\//.test(publisher)) yield [`sources.${id}.publisher`, 'is an address'];
      if (supports.length < shortestNote) yield [`sources.${id}.supports`, 'does not say what the page says'];
      if (supports === title) yield [`sources.${id}.supports`, 'only repeats the title'];
    }
  },
);
