/** Runs every rule, lets the known exceptions through, and calls an exception that no longer fails a problem itself. */
import { z } from 'zod';
import type { DataProblem } from './read-entities.ts';
import type { Dataset, Rule } from './rules/rule.ts';

/**
 * Breaches that are known and explained. `places` are `<file> <field>`; a reason that many share stands once. Whoever
 * mends a place takes it out: one that no longer fails is an error.
 */
const exceptionSchema = z.strictObject({
  rule: z.string().min(1),
  reason: z.string().min(20),
  places: z.array(z.string().regex(/^\S+\.json \S.*$/)).min(1),
});
export const exceptionsSchema = z.array(exceptionSchema);
export type RuleException = z.infer<typeof exceptionSchema>;

export interface RuleProblem extends DataProblem {
  rule: string;
}

const exceptionFile = 'exceptions.json';

/** All problems, by file and field. `excepted` counts the breaches that an exception let through. */
export function checkDataset(
  dataset: Dataset,
  rules: readonly Rule[],
  exceptions: readonly RuleException[],
): { problems: RuleProblem[]; excepted: number } {
  const breaches = rules.flatMap((rule) =>
    rule.check(dataset).map((breach) => ({ rule: rule.name, ...breach })),
  );
  const key = (rule: string, place: string) => `${rule} ${place}`;
  const place = ({ file, field }: DataProblem) => `${file} ${field}`;
  const failing = new Set(breaches.map((breach) => key(breach.rule, place(breach))));
  const allowed = new Set<string>();
  const stale: RuleProblem[] = [];
  const names = new Set(rules.map(({ name }) => name));
  for (const { rule, places } of exceptions) {
    if (!names.has(rule))
      stale.push({ rule: 'exceptions', file: exceptionFile, field: rule, message: 'is not a rule' });
    for (const each of places) {
      const isTwice = allowed.has(key(rule, each));
      allowed.add(key(rule, each));
      if (isTwice)
        stale.push({ rule: 'exceptions', file: exceptionFile, field: rule, message: `${each} stands twice` });
      else if (!failing.has(key(rule, each)) && !isUnread(dataset, each)) {
        stale.push({
          rule: 'exceptions',
          file: exceptionFile,
          field: rule,
          message: `${each} no longer fails: take it out`,
        });
      }
    }
  }
  const open = breaches.filter((breach) => !allowed.has(key(breach.rule, place(breach))));
  const problems = [...open, ...stale].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  return { problems, excepted: breaches.length - open.length };
}

/** Whether nothing can be said of a place, since its file breaks the schema. */
function isUnread({ unread }: Dataset, place: string): boolean {
  return unread.has(place.replace(/^entities\/|\.json .*$/g, ''));
}

const sortKey = ({ file, field, rule }: RuleProblem) => `${file} ${field} ${rule}`;

/** The exceptions without those places that no longer fail. */
export function pruneExceptions(
  dataset: Dataset,
  rules: readonly Rule[],
  exceptions: readonly RuleException[],
): RuleException[] {
  return exceptions.flatMap((exception) => {
    const rule = rules.find(({ name }) => name === exception.rule);
    const failing = new Set(rule?.check(dataset).map(({ file, field }) => `${file} ${field}`));
    const places = exception.places.filter((place) => failing.has(place) || isUnread(dataset, place));
    return places.length > 0 ? [{ ...exception, places }] : [];
  });
}
