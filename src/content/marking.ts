/** Whether a page is to be marked, and if not, why. Pure. */
import type { PageState } from '../messages.ts';
import type { Settings } from '../settings/settings.ts';

export interface MarkedPage {
  site: string;
  isHtml: boolean;
  /** Asked only when it matters: telling an article costs a look at the page. */
  isArticle: () => boolean;
  /** The reader asked for this page to be marked. */
  isAskedFor: boolean;
}

export function markingOf(settings: Settings, page: MarkedPage): PageState['marking'] {
  if (!page.isHtml) return 'unsupported';
  if (!settings.enabled) return 'off-everywhere';
  if (settings.sitesOff.includes(page.site)) return 'off-here';
  if (page.isAskedFor || settings.sitesOn.includes(page.site) || settings.runsOn === 'every-page')
    return 'on';
  if (settings.runsOn === 'when-asked') return 'waiting-to-be-asked';
  return page.isArticle() ? 'on' : 'not-an-article';
}
