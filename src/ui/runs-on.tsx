/** The choice of pages that marking runs on. */
import type { Settings } from '../settings/settings.ts';
import { t, type MessageKey } from './translate.ts';

type Choice = Settings['runsOn'];
const choices: [Choice, MessageKey][] = [
  ['every-page', 'settings.runs_on_options.every_page'],
  ['articles', 'settings.runs_on_options.articles'],
  ['when-asked', 'settings.runs_on_options.when_asked'],
];

export function RunsOn({ value, onChange }: { value: Choice; onChange: (value: Choice) => void }) {
  return (
    <label class="row spread runs-on">
      <span>{t('settings.runs_on')}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as Choice)}>
        {choices.map(([choice, key]) => (
          <option key={choice} value={choice}>
            {t(key)}
          </option>
        ))}
      </select>
    </label>
  );
}
