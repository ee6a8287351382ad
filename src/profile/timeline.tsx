/** The timeline drawn: events as dots over an axis of years, listings as lines below it; each leads to its entry. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { ProfileRecord } from '../dataset/records.ts';
import { listingStart } from '../dataset/standing.ts';
import { formatDate, formatSpan } from '../ui/dates.ts';
import { t, textDirection } from '../ui/translate.ts';
import { eventTypeWord } from '../ui/words.ts';
import { layOutTimeline, type Bar, type Dot } from './timeline-layout.ts';

const dotStep = 13;
const barStep = 30;

export function Timeline({ record }: { record: ProfileRecord }) {
  const layout = useMemo(
    () => layOutTimeline(record.events, record.listings, record.checkedBy, textDirection()),
    [record],
  );
  const [current, setCurrent] = useState(0);
  const svg = useRef<SVGSVGElement>(null);
  if (!layout) return null;
  const axis = layout.levels * dotStep + 8;
  const height = axis + 26 + layout.bars.length * barStep;
  const count = layout.dots.length + layout.bars.length;
  const move = (event: KeyboardEvent) => {
    const forward = textDirection() === 'ltr' ? 'ArrowRight' : 'ArrowLeft';
    const back = textDirection() === 'ltr' ? 'ArrowLeft' : 'ArrowRight';
    const places: Record<string, number> = {
      [forward]: current + 1,
      ArrowDown: current + 1,
      [back]: current - 1,
      ArrowUp: current - 1,
      Home: 0,
      End: count - 1,
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(place, 0), count - 1);
    setCurrent(next);
    svg.current?.querySelectorAll('a')[next]?.focus();
  };
  return (
    <figure class="timeline">
      <svg
        ref={svg}
        role="group"
        aria-label={t('timeline.label')}
        width="100%"
        height={height}
        onKeyDown={move}
      >
        <line class="axis" x1="0" x2="100%" y1={axis} y2={axis} />
        {layout.ticks.map(({ year, x }) => (
          <g key={year} class="tick" aria-hidden="true">
            <line x1={`${x}%`} x2={`${x}%`} y1={axis} y2={axis + 5} />
            <text x={`${x}%`} y={axis + 18}>
              {year}
            </text>
          </g>
        ))}
        {layout.dots.map((dot, index) => (
          <EventDot
            key={dot.event.id}
            dot={dot}
            y={axis - 9 - dot.level * dotStep}
            isStop={index === current}
            onFocus={() => setCurrent(index)}
          />
        ))}
        {layout.bars.map((bar, index) => (
          <ListingBar
            key={bar.listing.id}
            bar={bar}
            y={axis + 26 + index * barStep}
            isStop={layout.dots.length + index === current}
            onFocus={() => setCurrent(layout.dots.length + index)}
          />
        ))}
      </svg>
      <figcaption class="small soft">{t('timeline.legend')}</figcaption>
    </figure>
  );
}

interface StopProps {
  y: number;
  /** The one place that Tab reaches; the arrow keys move from there. */
  isStop: boolean;
  onFocus: () => void;
}

function EventDot({ dot: { event, x, isCoarse }, y, isStop, onFocus }: StopProps & { dot: Dot }) {
  const label = [event.date && formatDate(event.date), eventTypeWord(event.type), event.text]
    .filter(Boolean)
    .join(' · ');
  return (
    <a href={`#${event.id}`} tabIndex={isStop ? 0 : -1} aria-label={label} onFocus={onFocus}>
      <title>{label}</title>
      <circle class={isCoarse ? 'dot coarse' : 'dot'} cx={`${x}%`} cy={y} r="5" />
    </a>
  );
}

function ListingBar({ bar: { listing, from, to, standing }, y, isStop, onFocus }: StopProps & { bar: Bar }) {
  const span = formatSpan(listingStart(listing), listing.dates.removed) ?? t('date.undated');
  const label = t('timeline.listing', { list: listing.list, span });
  const isEarly = Math.min(from, to) < 50;
  const at = isEarly ? Math.min(from, to) : Math.max(from, to);
  return (
    <a href={`#${listing.id}`} tabIndex={isStop ? 0 : -1} aria-label={label} onFocus={onFocus}>
      <text class="bar-label" x={`${at}%`} y={y + 10} text-anchor={isEarly ? 'start' : 'end'}>
        {listing.list}
      </text>
      <line class={`bar standing-${standing}`} x1={`${from}%`} x2={`${to}%`} y1={y + 19} y2={y + 19} />
    </a>
  );
}
