/** Rule: what sells or does something falls into a category, once. */
import { entityRule, repeated } from './rule.ts';

export const categories = entityRule(
  'categories',
  'Companies, products and investors have categories, each once.',
  function* (entity) {
    const needsOne = entity.kind === 'company' || entity.kind === 'product' || entity.kind === 'investor';
    if (needsOne && entity.categories.length === 0)
      yield ['categories', `a ${entity.kind} needs at least one`];
    for (const category of repeated(entity.categories)) yield ['categories', `holds "${category}" twice`];
  },
);
