/** "Not this one": which names a reader said not to mark as an entity, and where. Pure. */
import type { DismissalScope } from '../card/actions-bar.tsx';
import { siteOf, type Dismissal } from '../settings/settings.ts';

/** The address that a page-wide choice is kept under: without query and fragment, which often carry what is private. */
export function pageOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

export function isDismissed(
  dismissals: readonly Dismissal[],
  entity: string,
  name: string,
  url: string,
): boolean {
  return dismissals.some(
    (dismissal) =>
      dismissal.entity === entity &&
      dismissal.name === name &&
      (dismissal.site === undefined || dismissal.site === siteOf(url)) &&
      (dismissal.page === undefined || dismissal.page === pageOf(url)),
  );
}

/** `today` is YYYY-MM-DD. */
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
