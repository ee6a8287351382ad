/** The page that opens once, after installing: what marks look like, what is read, and the choice of where it runs. */
import { useState } from 'preact/hooks';
import type { DirectoryRow } from '../dataset/records.ts';
import { defaultSettings, type Settings } from '../settings/settings.ts';
import { Choice } from '../ui/choice.tsx';
import { KeyList, type CommandKeys } from '../ui/key-list.tsx';
import { SiteNav } from '../ui/site-nav.tsx';
import { StandingLabel } from '../ui/standing-label.tsx';
import { t, tn } from '../ui/translate.ts';
import { NotKept, useChange } from '../ui/use-change.tsx';
import { useLoaded } from '../ui/use-loaded.ts';
import { useSettings, type SettingsStore } from '../ui/use-settings.ts';
import { MarkedSample } from '../ui/marked-sample.tsx';

export interface WelcomePlatform {
  store: SettingsStore;
  loadDirectory(): Promise<DirectoryRow[]>;
  commands(): Promise<CommandKeys[]>;
}

export function WelcomePage({ platform }: { platform: WelcomePlatform }) {
  const settings = useSettings(platform.store);
  const directory = useLoaded(platform.loadDirectory, 'directory');
  const commands = useLoaded(platform.commands, 'commands');
  return (
    <>
      <SiteNav links={['directory', 'options']} />
      <main class="welcome">
        <h1>{t('welcome.title')}</h1>
        <p>
          {directory.state === 'ready'
            ? tn('welcome.lead', directory.value.length)
            : t('extension.description')}
        </p>
        <section aria-labelledby="sample-heading">
          <h2 id="sample-heading">{t('welcome.sample_title')}</h2>
          {directory.state === 'failed' && <p class="notice">{t('data_damaged')}</p>}
          {directory.state === 'ready' && (
            <figure>
              <MarkedSample rows={directory.value} settings={settings ?? defaultSettings} />
              <figcaption class="small soft">{t('welcome.sample_note')}</figcaption>
            </figure>
          )}
          <ul role="list" class="legend">
            {(['listed', 'was-listed', 'none'] as const).map((standing) => (
              <li key={standing}>
                <StandingLabel standing={standing} />
              </li>
            ))}
          </ul>
          <p>{t('welcome.how')}</p>
        </section>
        <section aria-labelledby="reads-heading">
          <h2 id="reads-heading">{t('welcome.reads_title')}</h2>
          <ul class="plain-list">
            <li>{t('welcome.reads_text')}</li>
            <li>{t('welcome.reads_nothing_leaves')}</li>
            <li>{t('welcome.reads_kept')}</li>
            <li>{t('welcome.reads_not')}</li>
          </ul>
        </section>
        {settings && <WhereItRuns settings={settings} store={platform.store} />}
        <section aria-labelledby="keys-heading">
          <h2 id="keys-heading">{t('keys.title')}</h2>
          {commands.state === 'ready' && <KeyList commands={commands.value} />}
        </section>
      </main>
    </>
  );
}

function WhereItRuns({ settings, store }: { settings: Settings; store: SettingsStore }) {
  const [isSaved, setIsSaved] = useState(false);
  const { change, failures } = useChange(store);
  const choose = (runsOn: Settings['runsOn']) => void change(() => ({ runsOn })).then(setIsSaved);
  return (
    <section aria-labelledby="where-heading">
      <h2 id="where-heading">{t('welcome.where_title')}</h2>
      <Choice
        legend={t('welcome.where_legend')}
        name="runs-on"
        value={settings.runsOn}
        options={[
          ['every-page', t('settings.runs_on_options.every_page'), t('welcome.where_every_page')],
          ['articles', t('settings.runs_on_options.articles'), t('welcome.where_articles')],
          ['when-asked', t('settings.runs_on_options.when_asked'), t('welcome.where_when_asked')],
        ]}
        onChange={choose}
      />
      <NotKept failures={failures} />
      <p class="soft small" role="status">
        {isSaved ? t('welcome.where_saved') : t('welcome.where_later')}
      </p>
      <p>{t('welcome.find_again')}</p>
    </section>
  );
}
