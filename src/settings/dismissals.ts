/** Adding and taking back "not this one" choices. Pure. */
import type { Dismissal } from './settings.ts';

/** The same choice: that name, not that entity, in that place. */
function isSameChoice(a: Dismissal, b: Dismissal): boolean {
  return a.entity === b.entity && a.name === b.name && a.site === b.site && a.page === b.page;
}

/** The list with the choice at its end; one that is there already keeps its place and day. */
export function withDismissal(dismissals: readonly Dismissal[], added: Dismissal): Dismissal[] {
  return dismissals.some((one) => isSameChoice(one, added)) ? [...dismissals] : [...dismissals, added];
}

export function withoutDismissal(dismissals: readonly Dismissal[], dropped: Dismissal): Dismissal[] {
  return dismissals.filter((one) => !isSameChoice(one, dropped));
}
