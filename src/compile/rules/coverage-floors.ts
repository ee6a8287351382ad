/** Rule: the dataset does not get thinner. */
import { coverage } from '../coverage.ts';
import type { Rule } from './rule.ts';

/** A floor this far below what there is holds nothing up any more. */
const slack = 0.75;

const means: ReadonlySet<string> = new Set(['sourcesPerEntity', 'primaryShare']);
const meanSlack = 0.98;

export const coverageFloors: Rule = {
  name: 'coverage-floors',
  description:
    'Entities, sources per entity, primary share and the like stay at or above data/floors.json, which may only rise.',
  check({ entities, floors, committedFloors }) {
    const file = 'floors.json';
    const now = coverage(entities);
    const unknown = Object.keys(floors).filter((key) => !(key in now));
    return [
      ...unknown.map((field) => ({ file, field, message: 'is not a figure that is measured' })),
      ...Object.entries(now).flatMap(([field, value]) => {
        const floor = floors[field];
        if (floor === undefined) return [{ file, field, message: `has no floor: it is ${value} now` }];
        const before = committedFloors?.[field];
        if (before !== undefined && floor < before)
          return [{ file, field, message: `was lowered from ${before} to ${floor}: floors only rise` }];
        if (floor < slack * value)
          return [{ file, field, message: `is ${floor}, far below the ${value} that there are: raise it` }];
        // One new entity with a single source must not bring a mean below its floor.
        const bound = means.has(field) ? floor * meanSlack : floor;
        return value < bound ? [{ file, field, message: `is ${value}, below its floor ${floor}` }] : [];
      }),
    ];
  },
};
