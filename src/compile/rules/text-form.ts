/** Rule: texts are clean: no stray spaces, markup, addresses or slugs. */
import { entityRule, readerTexts, withoutQuotes } from './rule.ts';

const faults: readonly [pattern: RegExp, what: string][] = [
  [/\s{2,}|[\t\n\u00a0\u200b-\u200d\ufeff]/, 'holds a stray space'],
  [
    /<\/?[a-z][^>]*>|&#?[a-z0-9]+;|\*\*|\]\(|`|(^|\s)[*_][^\s*_][^*_]*[*_](?=[\s.,;:]|$)|^(#+|[-*•]|\d+\.) /i,
    'holds markup',
  ],
  [/https?:\/\//, 'holds an address: it belongs to the sources'],
  [/\s[,.;:!?](\s|$)/, 'has a space before punctuation'],
  [/[,;:][,;.]|(?<!\.)\.\.(?!\.)|,(?=\p{L})/u, 'has a stray mark'],
  [/\b(s|e|r|l)\d+\b(?=\))|\bTODO\b|\bFIXME\b|\?\?/, 'holds a note to self'],
];

/** Names that write themselves in lower case. */
const lowerCaseNames =
  /^([a-z]{1,2}-?[A-Z]|[a-z]+[A-Z]|noyb|heise|netzpolitik\.org|icetana|viisights|hr-info)/;

/** Outside quotation marks we neither ask nor exclaim, and speak of nobody as we or you. */
const voices: readonly [pattern: RegExp, what: string][] = [
  [/\?/, 'asks a question'],
  [/!/, 'exclaims'],
  [/\b(we|our|you|your)\b|^(We|Our|You|Your) /, 'speaks to or for the reader'],
  [/\p{Extended_Pictographic}/u, 'holds a picture'],
];

export const textForm = entityRule(
  'text-form',
  'Texts that readers see are plain sentences without stray marks.',
  function* (entity) {
    for (const [field, text] of [...readerTexts(entity), ['name', entity.name] as const]) {
      for (const [pattern, what] of faults) if (pattern.test(text)) yield [field, what];
      if (field === 'name') continue;
      const own = withoutQuotes(text);
      for (const [pattern, what] of voices) if (pattern.test(own)) yield [field, what];
    }
    // Of a denial event-denial says it, of a summary summary-length; a relation's text is no sentence.
    const sentences = readerTexts(entity).filter(([field]) =>
      /^(events|facts)\..*\.text$|^listings\..*\.(does|doesNot|reason)$/.test(field),
    );
    for (const [field, text] of sentences)
      if (!/[.!?]["”’)]?$/.test(text)) yield [field, 'does not end as a sentence'];
    for (const { id, text } of entity.events) {
      if (/^[a-z]/.test(text) && !lowerCaseNames.test(text))
        yield [`events.${id}.text`, 'begins in lower case'];
    }
    if (/https?:|^\s|\s$/.test(entity.name)) yield ['name', 'is not a plain name'];
  },
);
