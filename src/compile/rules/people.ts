/** Rule: a person has an entry only after an official designation or a conviction. */
import { entityRule } from './rule.ts';

export const people = entityRule(
  'people',
  'Labelling people is a legal risk: a person is here only when a government listed them or a court convicted them.',
  function* (entity) {
    if (entity.kind !== 'person' || entity.listings.some(({ status }) => status !== 'proposed')) return;
    const isConvicted = entity.events.some(
      ({ type, text }) =>
        type === 'ruling' && /\b(sentenced|convicted|found guilty|pleaded guilty)\b/i.test(text),
    );
    if (!isConvicted)
      yield [
        'kind',
        'is a person, but there is neither a listing nor a conviction: such a person gets no entry',
      ];
  },
);
