/** Rule: a country is one that ISO 3166-1 knows. */
import { entityRule } from './rule.ts';

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

export const countries = entityRule(
  'countries',
  'country is an ISO 3166-1 alpha-2 code in use.',
  function* (entity) {
    // ZZ and the like have names too ("Unknown Region"), but are no countries.
    const isReal =
      entity.country === null ||
      (regions.of(entity.country) !== undefined &&
        !/^(ZZ|EU|EZ|UN|UK|X[A-JL-Z]|Q[M-Z]|AC|CP|CQ|DG|EA|IC|TA|AN|BU|CS|DD|FX|NT|SU|TP|YU|ZR)$/.test(
          entity.country,
        ));
    if (!isReal) yield ['country', `"${entity.country}" is not a country`];
  },
);
