/** What the popup says where there is nothing to list, and what can be done about it. */
import type { PageState } from '../messages.ts';
import { t } from '../ui/translate.ts';

interface PageNoticeProps {
  /** Null when no page answered. */
  state: PageState | null;
  /** Whether the browser lets us read all sites; a reader may have limited it. */
  hasAccess: boolean;
  onMarkNow: () => void;
  onMarkSite: () => void;
}

export function PageNotice({ state, hasAccess, onMarkNow, onMarkSite }: PageNoticeProps) {
  const canBeAsked = state?.marking === 'not-an-article' || state?.marking === 'waiting-to-be-asked';
  const [text, hint] = noticeTexts(state, hasAccess);
  return (
    <section class="notice" aria-label={t('popup.page')} tabIndex={-1}>
      <p role="status">{text}</p>
      {hint && <p class="soft small">{hint}</p>}
      {canBeAsked && (
        <div class="row">
          <button type="button" class="button primary" onClick={onMarkNow}>
            {t('popup.mark_now')}
          </button>
          <button type="button" class="button" onClick={onMarkSite}>
            {t('popup.mark_site')}
          </button>
        </div>
      )}
    </section>
  );
}

function noticeTexts(state: PageState | null, hasAccess: boolean): [text: string, hint?: string] {
  switch (state?.marking) {
    case undefined:
      return hasAccess
        ? [t('popup.no_page'), t('popup.no_page_hint')]
        : [t('popup.no_access'), t('popup.no_access_hint')];
    case 'off-everywhere':
      return [t('popup.off_everywhere'), t('popup.off_hint')];
    case 'off-here':
      return [t('popup.off_here'), t('popup.off_hint')];
    case 'not-an-article':
      return [t('popup.not_an_article')];
    case 'waiting-to-be-asked':
      return [t('popup.waiting')];
    case 'unsupported':
      return [t('popup.unsupported')];
    case 'on':
      return state.isReading ? [t('popup.reading')] : [t('popup.nothing'), t('popup.nothing_hint')];
  }
}
