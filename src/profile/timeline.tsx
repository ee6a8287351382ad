/** The timeline drawn: events as dots over an axis of years, listings as lines below it; each leads to its entry. */
import { useMemo } from 'preact/hooks';
import type { ProfileRecord } from '../dataset/records.ts';
import { listingEnd, listingStart } from '../dataset/standing.ts';
import { formatDate, formatSpan } from '../ui/dates.ts';
import { listingApart } from '../ui/listing-apart.ts';
import { useRovingStops } from '../ui/roving-stops.ts';
import { isolated, t, textDirection } from '../ui/translate.ts';
import { eventTypeWord } from '../ui/words.ts';
import { layOutTimeline, type Bar, type Dot } from './timeline-layout.ts';

const dotStep = 13;
/** Height of a line of the drawing's text, where the reader chose no other size of text. */
const textLine = 18;
/** Between a label and the line below it, and to the next label. */
const barGap = 12;
/** What 320 px have room for; text in an SVG does not break. The bar's entry has it in full. */
const labelLength = 44;

/** How much larger than browsers' own the reader's text is: what stands below text moves down with it. */
function textScale(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}

export function Timeline({ record }: { record: ProfileRecord }) {
  const layout = useMemo(
    () => layOutTimeline(record.events, record.listings, record.checkedBy, textDirection()),
    [record],
  );
  const { root, onKeyDown, stop } = useRovingStops<SVGSVGElement>(
    layout ? layout.dots.length + layout.bars.length : 0,
  );
  if (!layout) return null;
  const scale = textScale();
  const line = textLine * scale;
  const axis = layout.levels * dotStep + 8;
  const firstBar = axis + 8 + line;
  const barStep = barGap + line;
  const height = firstBar + layout.bars.length * barStep;
  return (
    <figure class="timeline">
      <svg
        ref={root}
        role="group"
        aria-label={t('timeline.label')}
        width="100%"
        height={height}
        onKeyDown={onKeyDown}
      >
        <line class="axis" x1="0" x2="100%" y1={axis} y2={axis} />
        {layout.ticks.map(({ year, x }) => (
          <g key={year} class="tick" aria-hidden="true">
            <line x1={`${x}%`} x2={`${x}%`} y1={axis} y2={axis + 5} />
            <text x={`${x}%`} y={axis + line}>
              {year}
            </text>
          </g>
        ))}
        {layout.dots.map((dot, index) => (
          <EventDot key={dot.event.id} dot={dot} y={axis - 9 - dot.level * dotStep} stop={stop(index)} />
        ))}
        {layout.bars.map((bar, index) => (
          <ListingBar
            key={bar.listing.id}
            bar={bar}
            apart={listingApart(bar.listing, record.listings)}
            y={firstBar + index * barStep}
            scale={scale}
            stop={stop(layout.dots.length + index)}
          />
        ))}
      </svg>
      <figcaption class="small soft">
        {t('timeline.legend')} {layout.bars.length > 0 && t('timeline.legend_listings')}
      </figcaption>
    </figure>
  );
}

interface StopProps {
  y: number;
  /** The one place that Tab reaches; the arrow keys move from there. */
  stop: { tabindex: 0 | -1; onFocus: () => void };
}

function EventDot({ dot: { event, x, isCoarse }, y, stop }: StopProps & { dot: Dot }) {
  const label = [event.date && formatDate(event.date), eventTypeWord(event.type), isolated(event.text)]
    .filter(Boolean)
    .join(' · ');
  return (
    // The title names it: beside a label it would be read out once more.
    <a href={`#${event.id}`} {...stop}>
      <title>{label}</title>
      <circle class={isCoarse ? 'dot coarse' : 'dot'} cx={`${x}%`} cy={y} r="5" />
    </a>
  );
}

interface BarProps extends StopProps {
  bar: Bar;
  apart: string | null;
  scale: number;
}

function ListingBar({ bar, apart, y, scale, stop }: BarProps) {
  const { listing, from, to, standing } = bar;
  const span = formatSpan(listingStart(listing), listingEnd(listing)) ?? t('date.undated');
  const name = [listing.list, apart].filter(Boolean).join(' · ');
  const label = t('timeline.listing', { list: name, span });
  const left = Math.min(from, to);
  const right = Math.max(from, to);
  // From the bar's left end or up to its right one, whichever leaves more room: a narrow screen cuts what runs out of it.
  const isEarly = 100 - left >= right;
  const at = isEarly ? left : right;
  return (
    <a href={`#${listing.id}`} aria-label={label} {...stop}>
      <text class="bar-label" x={`${at}%`} y={y + 10 * scale} text-anchor={isEarly ? 'start' : 'end'}>
        {shortened(name, scale)}
      </text>
      <line
        class={`bar standing-${standing}`}
        x1={`${from}%`}
        x2={`${to}%`}
        y1={y + 10 * scale + 9}
        y2={y + 10 * scale + 9}
      />
    </a>
  );
}

function shortened(label: string, scale: number): string {
  const length = labelLength * Math.min(1, innerWidth / (320 * scale));
  return label.length > length ? `${label.slice(0, length).replace(/\s+\S*$/, '')} …` : label;
}
