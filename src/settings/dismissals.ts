/** "Not this one": which names a reader said not to mark as an entity, and where; adding and taking back such choices. Pure. */
import { mostPageChars, siteOf, type Dismissal } from './settings.ts';

/** How far a choice reaches. */
export const dismissalScopes = ['page', 'site', 'everywhere'] as const;
export type DismissalScope = (typeof dismissalScopes)[number];

/** The address that a choice for one page is kept under: without query and fragment, which often carry what is private. */
export function pageOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** Whether one of the choices speaks of this name in the page at `url`. */
export function isDismissed(
  dismissals: readonly Dismissal[],
  entity: string,
  name: string,
  url: string,
): boolean {
  const ofName = dismissals.filter((one) => one.entity === entity && one.name === name);
  if (ofName.length === 0) return false;
  // Taken apart once, and for few names at all: this is asked of each mention, and there may be thousands of choices.
  const here = { site: siteOf(url), page: pageOf(url) };
  return ofName.some(({ site = here.site, page = here.page }) => site === here.site && page === here.page);
}

/** How far choices made in the page at `url` can reach if they are to be kept. */
export function keptScopes(url: string): readonly DismissalScope[] {
  return dismissalScopes.filter((scope) => scope !== 'page' || pageOf(url).length <= mostPageChars);
}

/** The choice that a reader makes in the page at `url`; `today` is YYYY-MM-DD. */
export function dismissalFor(
  mention: { entity: string; name: string },
  scope: DismissalScope,
  url: string,
  today: string,
): Dismissal {
  const { entity, name } = mention;
  return {
    entity,
    name,
    ...(scope === 'site' && { site: siteOf(url) }),
    ...(scope === 'page' && { page: pageOf(url) }),
    on: today,
  };
}

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
