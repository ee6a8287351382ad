/** Buttons that copy the profile in several forms, print it, or copy a report of an error to fill in. */
import { useState } from 'preact/hooks';
import { schemaOf } from '../dataset/follow-the-money-edges.ts';
import type { DatasetVersion, ProfileRecord } from '../dataset/records.ts';
import { t, type MessageKey } from '../ui/translate.ts';
import { useAnnouncement } from '../ui/use-announcement.tsx';
import { useLoaded } from '../ui/use-loaded.ts';
import { citationText, correctionText, followTheMoneyText, jsonText, markdownText } from './texts-to-copy.ts';

export interface CopyPlatform {
  /** Rejects where the browser refuses. */
  copy(text: string): Promise<void>;
  print(): void;
  loadVersion(): Promise<DatasetVersion>;
  /** The id of the claim that the address points to, if any. */
  currentClaim(): string | null;
}

/** A button's label, the text that it copies, and what is said then. */
type Form = [label: MessageKey, text: () => string, done: MessageKey];

interface Props {
  record: ProfileRecord;
  platform: CopyPlatform;
}

export function CopyActions({ record, platform }: Props) {
  // Loaded ahead: a browser lets a page copy only right after the press of a button.
  const loaded = useLoaded(platform.loadVersion, 'version');
  const version = loaded.state === 'ready' ? loaded.value.version : null;
  const outcome = useAnnouncement();
  const [report, setReport] = useState<string | null>(null);
  const copy = (text: string, done: MessageKey) =>
    platform.copy(text).then(
      () => outcome.say(done),
      () => outcome.say('profile.copy_refused'),
    );
  const forms: Form[] = [
    ['profile.copy_citation', () => citationText(record), 'profile.copied'],
    ['profile.copy_markdown', () => markdownText(record), 'profile.copied'],
    ['profile.copy_json', () => jsonText(record), 'profile.copied'],
    // An instrument has no schema there.
    ...(schemaOf(record.kind) === null
      ? []
      : [['profile.copy_ftm', () => followTheMoneyText(record), 'profile.copied'] satisfies Form]),
  ];
  const openReport = () => {
    const text = correctionText(record, platform.currentClaim(), version);
    setReport(text);
    void copy(text, 'profile.copied_correction');
  };
  return (
    <div class="actions">
      <div class="row">
        {forms.map(([label, text, done]) => (
          <button key={label} type="button" class="button" onClick={() => void copy(text(), done)}>
            {t(label)}
          </button>
        ))}
        <button type="button" class="button" onClick={openReport}>
          {t('profile.copy_correction')}
        </button>
        <button type="button" class="button" onClick={() => platform.print()}>
          {t('profile.print')}
        </button>
      </div>
      <p role="status" class="small">
        {outcome.words}
      </p>
      {report !== null && (
        <textarea
          class="report"
          aria-label={t('profile.copy_correction')}
          rows={report.split('\n').length + 2}
          value={report}
          onInput={(event) => setReport(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
