/** Rule: the dataset does not get thinner. */
import { coverage } from '../coverage.ts';
import type { Rule } from './rule.ts';

export const coverageFloors: Rule = {
  name: 'coverage-floors',
  description:
    'Entities, sources per entity, primary share and the like stay at or above data/floors.json, which may only rise.',
  check({ entities, floors }) {
    const file = 'floors.json';
    const now = coverage(entities);
    const unknown = Object.keys(floors).filter((key) => !(key in now));
    return [
      ...unknown.map((field) => ({ file, field, message: 'is not a figure that is measured' })),
      ...Object.entries(now).flatMap(([field, value]) => {
        const floor = floors[field];
        if (floor === undefined) return [{ file, field, message: `has no floor: it is ${value} now` }];
        return value < floor ? [{ file, field, message: `is ${value}, below its floor ${floor}` }] : [];
      }),
    ];
  },
};
