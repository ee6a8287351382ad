/** What a page's watcher hands out: a mention together with the place in the page where it stands. Types only. */
import type { Mention } from '../match/types.ts';
import type { MarkStyle, Settings } from '../settings/settings.ts';

/**
 * One mention in the page. The same object as long as the same name stands at the same place of the same text, so that
 * callers may compare by identity. `mention.start` and `mention.end` are offsets into the text of its block.
 */
export interface PageMention {
  readonly entity: string;
  readonly name: string;
  /** The letters as they stand in the page, white space collapsed. */
  readonly surface: string;
  /** As the matcher gave it: reasons, and what `matcher.explain` wants. */
  readonly mention: Mention;
  /** The place in the page; made afresh at each reading, not live, and stale once the text changed. */
  readonly range: StaticRange;
}

/** What can change while a page is watched, without reading it again. */
export interface MarkingSettings {
  /** Line and colours in one, as `markStyle` puts them together. */
  style: MarkStyle;
  /** Which mentions are marked. */
  density: Settings['density'];
  /** Whether a mention is to be shown at all: categories that are off and "not this one" come in here. */
  isShown: (entity: string, name: string) => boolean;
}
