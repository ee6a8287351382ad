/**
 * A line of text with marks as pages show them. Extensions do not run on their own pages, so the marks are registered
 * here, with the very styles of the marks; the names lead to their profiles.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DirectoryRow } from '../dataset/records.ts';
import type { Standing } from '../dataset/standing.ts';
import { markStyle, type MarkStyle, type Settings } from '../settings/settings.ts';
import { profileAddress } from './addresses.ts';
import { highlightName } from './highlight-names.ts';
import { Sentence } from './sentence.tsx';
import { listOf } from './translate.ts';

/** Well-known names, one of each standing when this was written; their lines follow the data of today. */
const sampleIds = ['nso-group', 'sandvine', 'cellebrite'] as const;

interface MarkedSampleProps {
  rows: readonly DirectoryRow[];
  settings: Pick<Settings, 'lineStyle' | 'palette'>;
}

export function MarkedSample({ rows, settings }: MarkedSampleProps) {
  const style = markStyle(settings);
  const line = useRef<HTMLParagraphElement>(null);
  const named = sampleIds.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  useLayoutEffect(() => {
    const links = [...(line.current?.querySelectorAll('a') ?? [])];
    return paintMarks(
      links.map((link, index) => [link, named[index]!.standing]),
      style,
    );
  }, [rows, style]);
  const names = listOf(named.map((_, index) => String(index))).map(({ type, value }) =>
    type === 'element' ? (
      <a key={value} href={profileAddress(named[Number(value)]!.id)} target="_blank" lang="" dir="auto">
        {named[Number(value)]!.name}
      </a>
    ) : (
      value
    ),
  );
  return (
    <p class="sample" ref={line}>
      <Sentence of="marked_sample" values={{ names }} />
    </p>
  );
}

/** Registers the elements' texts as marks; gives the way to take them back. */
function paintMarks(marks: readonly (readonly [Element, Standing])[], style: MarkStyle): () => void {
  const names = new Set<string>();
  for (const [element, standing] of marks) {
    const name = highlightName(standing, style);
    const range = document.createRange();
    range.selectNodeContents(element);
    const highlight = CSS.highlights.get(name) ?? new Highlight();
    CSS.highlights.set(name, highlight.add(range));
    names.add(name);
  }
  return () => {
    for (const name of names) CSS.highlights.delete(name);
  };
}
