/** The address bar's keyword: suggestions while a reader types, and the page for what was chosen. */
import { canBeListed } from '../dataset/standing.ts';
import { t } from '../ui/translate.ts';
import { kindWord, standingShortWord } from '../ui/words.ts';
import type { SearchIndex } from '../ui/search.ts';
import { suggestionsFor } from './look-up.ts';

/** Words for one suggestion: "NSO Group · Company · Listing or order", with the name that was found where it is another. */
export function describedSuggestions(
  index: SearchIndex,
  words: string,
): { content: string; description: string }[] {
  return suggestionsFor(index, words).map(({ content, row, via }) => ({
    content,
    description: [
      via ? `${row.name} (${via})` : row.name,
      kindWord(row.kind),
      canBeListed(row.kind) && standingShortWord(row.standing),
    ]
      .filter(Boolean)
      .join(' · '),
  }));
}

/** The line above the suggestions. */
export function addressBarLine(words: string): string {
  const query = words.trim();
  return query ? t('address_bar.all', { query }) : t('address_bar.start');
}
