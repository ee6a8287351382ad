/** Saving settings to a file, restoring them, and resetting everything. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Settings } from '../settings/settings.ts';
import { t } from '../ui/translate.ts';
import { exportSettings, importSettings } from './backup.ts';

interface BackupSectionProps {
  settings: Settings;
  /** Resolves to whether they were kept. */
  onRestore: (settings: Settings) => Promise<boolean>;
  onReset: () => Promise<void>;
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
    const imported = file && importSettings(await file.text());
    if (!imported) {
      setOutcome(t('options.import_failed'));
      return;
    }
    if (!(await onRestore(imported.settings))) {
      setOutcome('');
      return;
    }
    const fields = imported.unusable.join(', ');
    setOutcome(fields ? t('options.import_partly', { fields }) : t('options.imported'));
  };
  const reset = async () => {
    setIsAsking(false);
    await onReset();
    setOutcome(t('options.was_reset'));
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
