/** Rule: a source says what it is and what it bears out. */
import { entityRule } from './rule.ts';

const shortestNote = 6;

/** What a browser shows in place of the page. */
const noPage =
  /^(404(?! media)\b|(page )?not found|access denied|just a moment|forbidden|untitled|attention required|are you a robot)/i;
const markup = /<\/?[a-z][^>]*>|&(#\d+|#x[\da-f]+|amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|[mn]dash|hellip);/i;

export const sourceNotes = entityRule(
  'source-notes',
  'Title and publisher are names, not addresses; the note says what the page says, in words other than the title.',
  function* (entity) {
    for (const { id, title, publisher, supports } of entity.sources) {
      if (/https?:|www\./.test(title)) yield [`sources.${id}.title`, 'is an address'];
      if (noPage.test(title)) yield [`sources.${id}.title`, 'is what stands where a page is missing'];
      for (const [field, text] of Object.entries({ title, publisher }))
        if (markup.test(text)) yield [`sources.${id}.${field}`, 'holds markup'];
      if (/^(unknown|n\/?a|none|\?|-)$/i.test(publisher))
        yield [`sources.${id}.publisher`, 'says nobody: a page without a publisher is no source'];
      if (/https?:|www\.|\.\w+\//.test(publisher)) yield [`sources.${id}.publisher`, 'is an address'];
      if (supports.length < shortestNote) yield [`sources.${id}.supports`, 'does not say what the page says'];
      if (supports === title) yield [`sources.${id}.supports`, 'only repeats the title'];
    }
  },
);
