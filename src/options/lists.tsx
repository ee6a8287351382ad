/** The lists that a reader has built up: sites, and names dismissed as "not this one", each with a way back. */
import type { Dismissal, Settings } from '../settings/settings.ts';
import { t } from '../ui/translate.ts';

interface SiteListProps {
  title: string;
  sites: readonly string[];
  /** Said where there is none: how a site gets here. */
  empty: string;
  onRemove: (site: string) => void;
}

export function SiteList({ title, sites, empty, onRemove }: SiteListProps) {
  return (
    <div>
      <h3>{title}</h3>
      {sites.length === 0 && <p class="soft">{empty}</p>}
      <ul role="list" class="lines">
        {sites.map((site) => (
          <li key={site} class="row spread">
            <span>{site}</span>
            <button
              type="button"
              class="button"
              aria-label={t('options.remove_site', { site })}
              onClick={() => onRemove(site)}
            >
              {t('options.remove')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface DismissalListProps {
  dismissals: Settings['dismissals'];
  /** An entity's display name by its id. */
  nameOf: (entity: string) => string;
  onUndo: (dismissal: Dismissal) => void;
}

export function DismissalList({ dismissals, nameOf, onUndo }: DismissalListProps) {
  return (
    <section aria-labelledby="dismissals-heading">
      <h2 id="dismissals-heading">{t('options.dismissals')}</h2>
      {dismissals.length === 0 && <p class="soft">{t('options.no_dismissals')}</p>}
      <ul role="list" class="lines">
        {dismissals.map((dismissal) => {
          const words = { name: dismissal.name, entity: nameOf(dismissal.entity) };
          return (
            <li key={JSON.stringify(dismissal)} class="row spread">
              <span>
                {t('options.dismissed', words)} <span class="soft">{place(dismissal)}</span>
              </span>
              <button
                type="button"
                class="button"
                aria-label={t('options.undo_dismissal', words)}
                onClick={() => onUndo(dismissal)}
              >
                {t('options.undo')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function place({ page, site }: Dismissal): string {
  if (page) return t('options.dismissed_page', { page });
  return site ? t('options.dismissed_site', { site }) : t('options.dismissed_everywhere');
}
