/** The line at the top of each whole page: whose page it is, and where else one can go. */
import { t, type MessageKey } from './translate.ts';

const targets = {
  directory: ['/directory.html', 'nav.directory'],
  options: ['/options.html', 'nav.options'],
} as const satisfies Record<string, readonly [string, MessageKey]>;

export function SiteNav({ links }: { links: readonly (keyof typeof targets)[] }) {
  return (
    <nav class="site-nav row spread" aria-label={t('nav.label')}>
      <strong>{t('extension.name')}</strong>
      <span class="row links">
        {links.map((link) => (
          <a key={link} href={targets[link][0]}>
            {t(targets[link][1])}
          </a>
        ))}
      </span>
    </nav>
  );
}
