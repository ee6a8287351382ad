/** The lists that a reader has built up: sites, and names dismissed as "not this one", each with a way back. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Dismissal, Settings } from '../settings/settings.ts';
import { t } from '../ui/translate.ts';

interface NextLine {
  heading: RefObject<HTMLHeadingElement | null>;
  list: RefObject<HTMLUListElement | null>;
  /** To be called when the button of this line is pressed. */
  notePress: (line: number) => void;
}

/** The button that was pressed goes with its line: focus goes to the line that takes its place, else the last, else the heading. */
function useFocusOnNextLine(lines: readonly unknown[]): NextLine {
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const pressed = useRef<number | null>(null);
  useEffect(() => {
    const line = pressed.current;
    pressed.current = null;
    if (line === null || document.activeElement !== document.body) return;
    const buttons = list.current?.querySelectorAll('button') ?? [];
    (buttons[Math.min(line, buttons.length - 1)] ?? heading.current)?.focus();
  }, [lines]);
  return { heading, list, notePress: (line) => (pressed.current = line) };
}

interface SiteListProps {
  title: string;
  sites: readonly string[];
  /** Said where there is none: how a site gets here. */
  empty: string;
  onRemove: (site: string) => void;
}

export function SiteList({ title, sites, empty, onRemove }: SiteListProps) {
  const { heading, list, notePress } = useFocusOnNextLine(sites);
  return (
    <div>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {sites.length === 0 && <p class="soft">{empty}</p>}
      <ul ref={list} role="list" class="lines">
        {sites.map((site, line) => (
          <li key={site} class="row spread">
            <span>{site}</span>
            <button
              type="button"
              class="button"
              aria-label={t('options.remove_site', { site })}
              onClick={() => {
                notePress(line);
                onRemove(site);
              }}
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
  const { heading, list, notePress } = useFocusOnNextLine(dismissals);
  return (
    <section aria-labelledby="dismissals-heading">
      <h2 id="dismissals-heading" ref={heading} tabIndex={-1}>
        {t('options.dismissals')}
      </h2>
      {dismissals.length === 0 && <p class="soft">{t('options.no_dismissals')}</p>}
      <ul ref={list} role="list" class="lines">
        {dismissals.map((dismissal, line) => {
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
                onClick={() => {
                  notePress(line);
                  onUndo(dismissal);
                }}
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
