/** Rule: a denial is one, ends as a sentence, and stands beside an allegation. */
import { entityRule } from './rule.ts';

const denying =
  /\b(den(y|ies|ied|ying)|disput\w+|reject\w+|disagree[ds]?|refut\w+|contradict\w+|contest\w+|declin\w+|would not (comment|answer)|did not (comment|answer|respond)|no comment|said|says|told|repl(y|ies|ied)|answered|maintain(s|ed)?|called|calls|questioned)\b/i;

export const eventDenial = entityRule(
  'event-denial',
  'A denial says who denies what, in a sentence of its own that can follow the allegation; it is not in the event’s text too.',
  function* (entity) {
    for (const { id, text, denial } of entity.events) {
      if (!denial) continue;
      if (!denying.test(denial.text))
        yield [
          `events.${id}.denial`,
          'says nobody’s answer: write who denied, disputed, rejected, said or told whom what',
        ];
      if (!/\.[”’"]?$/.test(denial.text)) yield [`events.${id}.denial`, 'does not end as a sentence'];
      if (/^\p{Ll}/u.test(denial.text)) yield [`events.${id}.denial`, 'begins in lower case'];
      if (text.includes(denial.text)) yield [`events.${id}.denial`, 'stands in the text too'];
    }
  },
);
