/** The relations drawn: the entity in the middle, each other party in a box that leads to its profile. */
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { ProfileRecord } from '../dataset/records.ts';
import { profileAddress } from '../ui/addresses.ts';
import { formatTieSpan } from '../ui/dates.ts';
import { useRovingStops } from '../ui/roving-stops.ts';
import { comma, t, tn } from '../ui/translate.ts';
import { relationTypeWord } from '../ui/words.ts';
import { layOutRelations, type Place, type RelationLayout } from './relation-layout.ts';
import { lineEnd } from './relation-lines.ts';
import { partiesOf, type Party } from './relation-parties.ts';

/** More would be a thicket; the list below has them all. */
const mostDrawn = 24;
/** Fits a sheet of paper too, where nothing is laid out anew. */
const widestPx = 700;
/** Where there is less, boxes round a middle would hide each other's lines: they hang below each other instead. */
const leastPx = 520;

export function RelationsDrawn({ record }: { record: ProfileRecord }) {
  const parties = useMemo(() => partiesOf(record.relations), [record]);
  if (parties.length < 2) return null;
  return (
    <Drawing name={record.name} parties={parties.slice(0, mostDrawn)} left={parties.length - mostDrawn} />
  );
}

interface DrawingProps {
  name: string;
  parties: readonly Party[];
  /** How many parties are not drawn; zero or less for none. */
  left: number;
}

function Drawing({ name, parties, left }: DrawingProps) {
  const linked = parties.filter(({ entity }) => entity !== null);
  const { root, onKeyDown, stop } = useRovingStops<HTMLDivElement>(linked.length);
  const layout = useLayout(root, parties);
  return (
    <figure class="drawn">
      <div
        ref={root}
        class={layout ? 'drawn-field' : 'drawn-field as-tree'}
        role="group"
        aria-label={t('relations_drawn.label')}
        onKeyDown={onKeyDown}
        style={layout ? { height: `${layout.height}px` } : {}}
      >
        {layout && <Lines layout={layout} />}
        <p class="drawn-box centre" style={placed(layout?.centre)}>
          <bdi lang="">{name}</bdi>
        </p>
        <ul role="list">
          {parties.map((party, index) => (
            <li key={party.key} class="drawn-box" style={placed(layout?.places[index])}>
              <PartyBox party={party} {...(party.entity !== null && { stop: stop(linked.indexOf(party)) })} />
            </li>
          ))}
        </ul>
      </div>
      <figcaption class="small soft">
        {left > 0 && `${tn('relations_drawn.more', left)} `}
        {t('relations_drawn.legend')}
      </figcaption>
    </figure>
  );
}

/** What is over has its dates with it, those that went together once: without them it would read as if it held. */
function tieWords(ties: Party['ties']): string {
  const bySpan = Map.groupBy(ties, (tie) => (tie.end ? formatTieSpan(tie) : null));
  return [...bySpan]
    .map(([span, same]) => {
      const words = same.map(({ type }) => relationTypeWord(type)).join(' · ');
      return span === null ? words : words + comma() + span;
    })
    .join(' · ');
}

interface PartyBoxProps {
  party: Party;
  stop?: { tabindex: 0 | -1; onFocus: () => void };
}

function PartyBox({ party, stop }: PartyBoxProps) {
  const words = (
    <>
      <span class="drawn-type">{tieWords(party.ties)}</span>
      <bdi lang="">{party.name}</bdi>
    </>
  );
  if (party.entity === null) return <span class="outside">{words}</span>;
  return (
    <a href={profileAddress(party.entity)} {...stop}>
      {words}
    </a>
  );
}

/** From the middle of the entity's box to just inside the others, which lie over the ends. */
function Lines({ layout: { centre, places, height } }: { layout: RelationLayout }) {
  const middle = (place: Place) => [place.left + place.width / 2, place.top + place.height / 2] as const;
  const [x1, y1] = middle(centre);
  return (
    <svg aria-hidden="true" width="100%" height={height}>
      {places.map((place) => {
        const [x, y] = middle(place);
        const x2 = lineEnd(x1, x, place.width / 2);
        const y2 = lineEnd(y1, y, place.height / 2);
        return <line key={`${x2} ${y2}`} x1={x1} y1={y1} x2={x2} y2={y2} />;
      })}
    </svg>
  );
}

function placed(place: Place | undefined) {
  // Set as properties, which the pages' content security policy allows; rounded up, so that no word wraps anew.
  return place
    ? { left: `${place.left}px`, top: `${place.top}px`, width: `${Math.ceil(place.width)}px` }
    : {};
}

/** Measures the boxes as the browser would write them, and lays them out anew whenever the width changes. */
function useLayout(
  root: { current: HTMLDivElement | null },
  parties: readonly Party[],
): RelationLayout | null {
  const [layout, setLayout] = useState<RelationLayout | null>(null);
  useLayoutEffect(() => {
    const field = root.current;
    if (!field) return undefined;
    let widthPx = 0;
    const layOut = () => {
      const now = Math.min(widestPx, field.clientWidth);
      if (now === widthPx || now === 0) return;
      widthPx = now;
      setLayout(now < leastPx ? null : layOutBoxes(field, parties, now));
    };
    layOut();
    const observer = new ResizeObserver(layOut);
    observer.observe(field);
    return () => observer.disconnect();
  }, [parties]);
  return layout;
}

function layOutBoxes(field: HTMLElement, parties: readonly Party[], widthPx: number): RelationLayout {
  const boxes = [...field.querySelectorAll<HTMLElement>('.drawn-box')];
  const isTree = field.classList.replace('as-tree', 'measured');
  for (const box of boxes) box.style.width = '';
  const [centre, ...others] = boxes.map((box) => {
    // Rounded up, so that no word wraps anew in the box of this width.
    const { width, height } = box.getBoundingClientRect();
    return { width: Math.ceil(width), height: Math.ceil(height) };
  });
  if (isTree) field.classList.replace('measured', 'as-tree');
  return layOutRelations(
    centre!,
    others.map((size, index) => ({ ...size, side: parties[index]!.side })),
    widthPx,
  );
}
