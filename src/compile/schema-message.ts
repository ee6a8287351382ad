/** What is wrong with a field that breaks the schema, told so that the next thing to type is in the sentence. */
import type { z } from 'zod';

const date = '{ "value": "2022-05", "precision": "month" }, or null where no page gives it';

/** How the fields are written that are more than a word; `null` stands for "no page says". */
const forms: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['date', 'founded', 'asOf', 'published', 'start', 'end', 'designated', 'effective', 'removed'].map(
      (field) => [field, date],
    ),
  ),
  headquarters: '"City, Region", or null',
  names: '[{ "text": "Acme Optics", "type": "primary" }]',
  otherMeanings: '[{ "meaning": "winged horse", "cues": ["myth"] }]',
  sources: 'a list of sources; in a claim, of their ids: ["s1"]',
  facts: '[{ "id": "f1", "text": "One sentence.", "sources": ["s1"] }]',
  denial: '{ "text": "Acme Optics denied it.", "sources": ["s2"] }',
  unverified: 'a list of sentences: ["What is still to be found."], or []',
  identifiers: '{ "wikidata": null, "website": null }',
  dates:
    '{ "designated": null, "published": null, "effective": null, "removed": null }, with the dates known',
};

/**
 * One sentence part for an issue of `safeParse(…, { reportInput: true })`, to stand behind the field's name. Texts that
 * the schema itself gives are taken as they are.
 */
export function schemaMessage(issue: z.core.$ZodIssue): string {
  const field = issue.path.findLast((part) => typeof part === 'string') ?? '';
  const form = forms[field];
  const isMissing = issue.input === undefined;
  const given = isMissing ? 'is missing' : `is ${shortened(JSON.stringify(issue.input))}`;
  switch (issue.code) {
    case 'invalid_value': {
      const words = issue.values.map(String);
      if (words.length === 1) return `${given}: write ${words[0]}, or leave the field out`;
      return `${given}, but must be one of ${words.join(', ')}`;
    }
    case 'invalid_type':
      return form ? `${given}: write ${form}` : isMissing ? given : `${given}, but must be ${issue.expected}`;
    case 'too_small':
      return 'is an empty list: needs one entry at least';
    default:
      return issue.message;
  }
}

/** Long values are known by their beginning. */
function shortened(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}
