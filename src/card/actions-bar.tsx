/** What a reader can do from a card: open the profile, ask why the name is marked, say that it is not this one, copy. */
import { useRef, useState } from 'preact/hooks';
import type { DismissalScope } from '../settings/dismissals.ts';
import { t } from '../ui/translate.ts';
import { useAnnouncement } from '../ui/use-announcement.tsx';
import { useFocusKept } from './focus.ts';
import { trusted } from './trusted.ts';

export interface CardActions {
  openProfile: (entity: string) => void;
  /** The reasons for which the name is marked, as sentences. */
  explain: () => string[];
  /** Resolves to false when the browser refused. */
  copyCitation: () => Promise<boolean>;
  /** How far "not this one" can reach here. */
  scopes: readonly DismissalScope[];
  /** Both resolve to false when the browser did not store it. */
  dismiss: (scope: DismissalScope) => Promise<boolean>;
  undoDismissal: () => Promise<boolean>;
  /** False for a moment after the card appeared or moved: a click may then not have been meant for it. */
  isSettled: () => boolean;
}

interface Props {
  entity: string;
  /** The name as the page writes it; null when the card shows another entity than the name's. */
  surface: string | null;
  actions: CardActions;
}

type Panel = 'none' | 'why' | 'not-this' | 'dismissed' | 'not-kept';

export function ActionsBar({ entity, surface, actions }: Props) {
  const [panel, setPanel] = useState<Panel>('none');
  const copied = useAnnouncement<'card.copied' | 'card.copy_refused'>();
  const bar = useRef<HTMLElement>(null);
  const undoButton = useRef<HTMLButtonElement>(null);
  const notThisButton = useRef<HTMLButtonElement>(null);
  const keepFocus = useFocusKept(
    () => bar.current,
    () => undoButton.current ?? notThisButton.current,
  );
  const goOnTo = (next: Panel) => keepFocus(() => setPanel(next));
  const toggle = (next: Panel) => trusted(() => setPanel(panel === next ? 'none' : next));
  const dismiss = (scope: DismissalScope) =>
    trusted(() => {
      if (!actions.isSettled()) return;
      void actions.dismiss(scope).then((isKept) => goOnTo(isKept ? 'dismissed' : 'not-kept'));
    });
  const undo = trusted(() => {
    void actions.undoDismissal().then((isKept) => goOnTo(isKept ? 'none' : 'not-kept'));
  });
  const copy = trusted(() => {
    void actions
      .copyCitation()
      .then((isCopied) => copied.say(isCopied ? 'card.copied' : 'card.copy_refused'));
  });
  return (
    <footer ref={bar}>
      {panel === 'why' && (
        <div class="panel-note">
          <p>{t('card.marked_because')}</p>
          <ul>
            {actions.explain().map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      {panel === 'not-this' && surface !== null && (
        <div class="panel-note">
          <p>{t('card.stop_marking', { surface })}</p>
          <div class="choices">
            {actions.scopes.map((scope) => (
              <button key={scope} type="button" onClick={dismiss(scope)}>
                {t(`card.scope.${scope}`)}
              </button>
            ))}
          </div>
        </div>
      )}
      {panel === 'dismissed' && (
        <div class="panel-note" role="status">
          {t('card.dismissed')}{' '}
          <button ref={undoButton} type="button" class="plain" onClick={undo}>
            {t('card.undo')}
          </button>
        </div>
      )}
      {panel === 'not-kept' && (
        <div class="panel-note" role="status">
          {t('settings.not_kept')}
        </div>
      )}
      <div class="actions">
        <button type="button" class="main" onClick={trusted(() => actions.openProfile(entity))}>
          {t('card.profile')}
        </button>
        {surface !== null && (
          <>
            <button type="button" aria-expanded={panel === 'why'} onClick={toggle('why')}>
              {t('card.why')}
            </button>
            <button
              ref={notThisButton}
              type="button"
              aria-expanded={panel === 'not-this'}
              onClick={toggle('not-this')}
            >
              {t('card.not_this')}
            </button>
          </>
        )}
        <button type="button" onClick={copy}>
          {t(copied.said ?? 'card.copy')}
        </button>
      </div>
      <p class="announce" role="status">
        {copied.words}
      </p>
    </footer>
  );
}
