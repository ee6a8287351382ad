/** The card as a reader sees it. Order: who · status now · then and since · key facts · before · sources · what can be done. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SourcedDate } from '../dataset/dates.ts';
import type { CardRecord } from '../dataset/records.ts';
import { canBeListed, type Standing } from '../dataset/standing.ts';
import { thenAndNow } from '../dataset/then-and-now.ts';
import { FactsLanguage } from '../ui/english.tsx';
import { t } from '../ui/translate.ts';
import { categoryWord, countryName, kindWord } from '../ui/words.ts';
import { ActionsBar, type CardActions } from './actions-bar.tsx';
import { SourcesSection } from './card-sources.tsx';
import { FactsSection } from './facts-section.tsx';
import { useFocusKept } from './focus.ts';
import { StatusSection } from './status-section.tsx';
import { BeforeSection, ThenSection } from './then-section.tsx';
import { trusted } from './trusted.ts';

export interface CardProps {
  /** Null when it could not be loaded: the card then says so. */
  record: CardRecord | null;
  /** The name as the page writes it. */
  surface: string;
  /** The article's own date, or null when none was found. */
  published: SourcedDate | null;
  /** YYYY-MM-DD. */
  today: string;
  isPinned: boolean;
  standingOf: (entity: string) => Standing;
  /** The card of another entity that this one mentions; null when it cannot be had. */
  loadCard: (entity: string) => Promise<CardRecord | null>;
  actions: Omit<CardActions, 'copyCitation'> & { copyCitation: (record: CardRecord) => Promise<boolean> };
  onPin: () => void;
  onClose: () => void;
  /** The header was pressed with the main button: it is the handle by which a pinned card is dragged. */
  onDragStart: (event: PointerEvent) => void;
}

export const titleId = 'title';

export function Card(props: CardProps) {
  const { record, actions } = props;
  /** Entities opened from inside the card, the shown one last. */
  const [trail, setTrail] = useState<CardRecord[]>([]);
  const body = useRef<HTMLDivElement>(null);
  const shown = trail.at(-1) ?? record;
  // Another entity starts at its top, as if freshly opened.
  useEffect(() => body.current?.scrollTo(0, 0), [shown]);
  const panel = () => body.current?.closest<HTMLElement>('[role=dialog]') ?? null;
  const keepFocus = useFocusKept(panel, panel);
  const goTo = (next: CardRecord[]) => keepFocus(() => setTrail(next));
  if (!shown) return <Missing {...props} />;
  // What came after leaves the room for what came before: both are told by one account.
  const account = thenAndNow(shown, props.published, props.today);
  const openEntity = (entity: string) => {
    void props.loadCard(entity).then((next) => next && goTo([...trail, next]));
  };
  return (
    <>
      <Header {...props} record={shown} onBack={trail.length > 0 ? () => goTo(trail.slice(0, -1)) : null} />
      <div class="body" ref={body}>
        {canBeListed(shown.kind) ? (
          <StatusSection record={shown} standingOf={props.standingOf} today={props.today} />
        ) : (
          <FactsSection record={shown} onOpenEntity={openEntity} />
        )}
        <ThenSection key={shown.id} record={shown} published={props.published} thenAndNow={account} />
        {canBeListed(shown.kind) && <FactsSection record={shown} onOpenEntity={openEntity} />}
        <BeforeSection record={shown} thenAndNow={account} />
        <SourcesSection key={`${shown.id} sources`} record={shown} />
        <FactsLanguage class="quiet facts-language" />
      </div>
      <ActionsBar
        key={`${shown.id} actions`}
        entity={shown.id}
        surface={trail.length === 0 ? props.surface : null}
        actions={{ ...actions, copyCitation: () => actions.copyCitation(shown) }}
      />
    </>
  );
}

function Header(props: CardProps & { record: CardRecord; onBack: (() => void) | null }) {
  const { record, onBack, isPinned } = props;
  const origin = [
    kindWord(record.kind),
    record.country && countryName(record.country),
    ...record.categories.map(categoryWord),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <header onPointerDown={trusted(props.onDragStart)}>
      {onBack && <IconButton label={t('card.back')} onClick={onBack} path="M10 3 5 8l5 5" isMirrored />}
      <div class="who">
        <h1 id={titleId} lang="" dir="auto">
          {record.name}
        </h1>
        <p class="quiet">{origin}</p>
      </div>
      <IconButton
        label={t('card.pin')}
        tooltip={t(isPinned ? 'card.unpin' : 'card.pin')}
        isPressed={isPinned}
        onClick={props.onPin}
        path="M5.5 2.5h5M6.5 2.5v4L4 9.5h8L9.5 6.5v-4M8 9.5V14"
      />
      <CloseButton onClick={props.onClose} />
    </header>
  );
}

function Missing(props: CardProps) {
  return (
    <>
      <header>
        <div class="who">
          <h1 id={titleId} lang="" dir="auto">
            {props.surface}
          </h1>
        </div>
        <CloseButton onClick={props.onClose} />
      </header>
      <div class="body">
        <p class="section">{t('card.missing')}</p>
      </div>
    </>
  );
}

/** In Firefox an open card outlives its script when the extension is updated or removed: so the browser closes it too. */
function CloseButton({ onClick }: { onClick: () => void }) {
  const closeHost = (button: HTMLButtonElement | null) => {
    const root = button?.getRootNode() as Partial<ShadowRoot> | undefined;
    if (!button || !root?.host) return;
    button.popoverTargetElement = root.host;
    button.popoverTargetAction = 'hide';
  };
  return (
    <IconButton label={t('card.close')} onClick={onClick} path="m4 4 8 8M12 4l-8 8" buttonRef={closeHost} />
  );
}

interface IconProps {
  label: string;
  /** Where it says more than the label: what a press does to one that is pressed. */
  tooltip?: string;
  path: string;
  onClick: () => void;
  isPressed?: boolean;
  isMirrored?: boolean;
  buttonRef?: (button: HTMLButtonElement | null) => void;
}

function IconButton({
  label,
  tooltip = label,
  path,
  onClick,
  isPressed,
  isMirrored,
  buttonRef,
}: IconProps): JSX.Element {
  return (
    <button
      ref={buttonRef ?? null}
      type="button"
      class="icon"
      // A tooltip is the name where there is no other: said twice, it would be read out twice.
      aria-label={tooltip === label ? undefined : label}
      title={tooltip}
      aria-pressed={isPressed}
      onClick={trusted(onClick)}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" class={isMirrored ? 'mirrored' : ''}>
        <path d={path} />
      </svg>
    </button>
  );
}
