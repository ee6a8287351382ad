/** The keyboard commands with the keys that are set for them now. */
import { t } from './translate.ts';

export interface CommandKeys {
  words: string;
  /** As the browser writes it ("Alt+Shift+J"); empty where no key is set. */
  keys: string;
}

export function KeyList({ commands }: { commands: readonly CommandKeys[] }) {
  return (
    <dl class="keys">
      {commands.map(({ words, keys }) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd>{keys ? <kbd>{keys}</kbd> : <span class="soft">{t('keys.none')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

/** From `browser.commands.getAll()`; a command without words is the browser's own (opening the popup). */
export function commandKeys(commands: readonly { description?: string; shortcut?: string }[]): CommandKeys[] {
  return commands.flatMap(({ description, shortcut }) =>
    description ? [{ words: description, keys: shortcut ?? '' }] : [],
  );
}
