/** Rule: what an entity is and what is said of it agree. */
import { entityRule } from './rule.ts';

export const kinds = entityRule(
  'kinds',
  'Laws and investigations are not listed; companies and investors have an operating status; a person has none and was not founded.',
  function* (entity) {
    const { kind, operatingStatus, listings, founded } = entity;
    if ((kind === 'instrument' || kind === 'investigation') && listings.length > 0)
      yield ['listings', `a ${kind} cannot be listed: the listing belongs to a party`];
    if ((kind === 'company' || kind === 'investor') && operatingStatus === null)
      yield [
        'operatingStatus',
        `is empty: a ${kind} is active, acquired, renamed or defunct, or unknown where no page that you read says it`,
      ];
    if (kind === 'person' && operatingStatus !== null)
      yield ['operatingStatus', 'a person is not in business'];
    if (kind === 'person' && founded !== null) yield ['founded', 'a person has no founding date'];
  },
);
