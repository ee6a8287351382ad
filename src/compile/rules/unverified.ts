/** Rule: what is open is not stated as fact. */
import { entityRule, readerTexts, repeated } from './rule.ts';

export const unverified = entityRule(
  'unverified',
  'An unverified statement is not also a claim, and stands once.',
  function* (entity) {
    const stated = new Set(readerTexts(entity).map(([, text]) => text));
    for (const text of entity.unverified)
      if (stated.has(text)) yield ['unverified', `“${text}” is stated as a fact too`];
    for (const text of repeated(entity.unverified)) yield ['unverified', `“${text}” stands twice`];
  },
);
