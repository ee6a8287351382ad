/** One filter of the directory as a menu, each choice with the number of entries that it would show. */
import { t, type MessageKey } from '../ui/translate.ts';
import { categoryWord, countryName, kindWord, standingShortWord } from '../ui/words.ts';
import type { FilterKey } from './directory-query.ts';

interface FilterSelectProps {
  filter: FilterKey;
  value: string | undefined;
  counts: ReadonlyMap<string, number>;
  onChange: (value: string | undefined) => void;
}

const labels: Record<FilterKey, MessageKey> = {
  kind: 'directory.kind',
  country: 'directory.country',
  category: 'directory.category',
  standing: 'directory.standing',
  authority: 'directory.authority',
};

function valueWord(filter: FilterKey, value: string): string {
  switch (filter) {
    case 'kind':
      return kindWord(value as Parameters<typeof kindWord>[0]);
    case 'country':
      return countryName(value);
    case 'category':
      return categoryWord(value as Parameters<typeof categoryWord>[0]);
    case 'standing':
      return standingShortWord(value as Parameters<typeof standingShortWord>[0]);
    case 'authority':
      return value;
  }
}

export function FilterSelect({ filter, value, counts, onChange }: FilterSelectProps) {
  const options = [...counts].map(([option, count]) => ({ option, count, word: valueWord(filter, option) }));
  options.sort((a, b) => a.word.localeCompare(b.word));
  // An address may name a value that no entry has: it stays visible, so that it can be taken away.
  if (value !== undefined && !counts.has(value)) options.unshift({ option: value, count: 0, word: value });
  return (
    <label class="filter">
      <span class="small soft">{t(labels[filter])}</span>
      <select value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || undefined)}>
        <option value="">{t('directory.any')}</option>
        {options.map(({ option, count, word }) => (
          <option key={option} value={option} {...(filter === 'authority' && { lang: 'en' })}>
            {word} ({count})
          </option>
        ))}
      </select>
    </label>
  );
}
