/** Saving settings to a file, restoring them, and resetting everything. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Settings } from '../settings/settings.ts';
import { listText, t, type MessageKey } from '../ui/translate.ts';
import { exportSettings, importSettings, type ImportedSettings } from './backup.ts';

/** Room for some 30,000 choices. What is much larger holds up the options and, since each page reads it, all pages. */
const largestFileBytes = 4_000_000;

/** What the page calls each of the settings. */
const words: Record<keyof Settings, MessageKey> = {
  enabled: 'settings.everywhere',
  sitesOff: 'options.sites_off',
  sitesOn: 'options.sites_on',
  runsOn: 'settings.runs_on',
  lineStyle: 'options.line_style',
  palette: 'options.palette',
  density: 'options.density',
  categoriesOff: 'options.categories',
  dwellMs: 'options.dwell',
  theme: 'options.theme',
  dismissals: 'options.dismissals',
};

/** Null where the file is none of ours, or cannot be read. */
async function readFile(file: File | undefined): Promise<ImportedSettings | null> {
  if (!file || file.size > largestFileBytes) return null;
  try {
    return importSettings(await file.text());
  } catch {
    return null;
  }
}

interface BackupSectionProps {
  settings: Settings;
  /** Resolves to whether they were kept. */
  onRestore: (settings: Settings) => Promise<boolean>;
  /** The same. */
  onReset: () => Promise<boolean>;
  saveFile: (name: string, text: string) => void;
}

export function BackupSection({ settings, onRestore, onReset, saveFile }: BackupSectionProps) {
  const [outcome, setOutcome] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  // The button that was pressed makes way for others: focus goes to the one that undoes that, and back.
  const wasAsking = useRef(false);
  const resetButton = useRef<HTMLButtonElement>(null);
  const cancelButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsking !== wasAsking.current) (isAsking ? cancelButton : resetButton).current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  const restore = async (file: File | undefined) => {
    const imported = await readFile(file);
    if (!imported) {
      setOutcome(t('options.import_failed'));
      return;
    }
    if (!(await onRestore(imported.settings))) {
      setOutcome('');
      return;
    }
    const fields = listText(imported.unusable.map((key) => t('why.word', { word: t(words[key]) })));
    setOutcome(fields ? t('options.import_partly', { fields }) : t('options.imported'));
  };
  const reset = async () => {
    setIsAsking(false);
    setOutcome((await onReset()) ? t('options.was_reset') : '');
  };
  return (
    <section aria-labelledby="backup-heading">
      <h2 id="backup-heading">{t('options.backup')}</h2>
      <div class="row">
        <button
          type="button"
          class="button"
          onClick={() => saveFile('sidelight-settings.json', exportSettings(settings))}
        >
          {t('options.export')}
        </button>
        <label class="button file">
          {t('options.import')}
          <input
            type="file"
            class="visually-hidden"
            accept="application/json,.json"
            onChange={(event) => {
              const input = event.currentTarget;
              // Emptied afterwards, so that choosing the same file again counts as a change.
              void restore(input.files?.[0]).finally(() => (input.value = ''));
            }}
          />
        </label>
        {isAsking ? (
          <>
            <button type="button" class="button primary" onClick={() => void reset()}>
              {t('options.reset_confirm')}
            </button>
            <button ref={cancelButton} type="button" class="button" onClick={() => setIsAsking(false)}>
              {t('options.cancel')}
            </button>
          </>
        ) : (
          <button ref={resetButton} type="button" class="button" onClick={() => setIsAsking(true)}>
            {t('options.reset')}
          </button>
        )}
      </div>
      <p role="status">{outcome}</p>
    </section>
  );
}
