/** The options page: every setting, each taking effect at once in all open tabs. */
import type { DirectoryRow } from '../dataset/records.ts';
import { categories } from '../dataset/vocabulary.ts';
import { withoutDismissal } from '../settings/dismissals.ts';
import type { Settings } from '../settings/settings.ts';
import { Choice } from '../ui/choice.tsx';
import { KeyList, type CommandKeys } from '../ui/key-list.tsx';
import { MarkedSample } from '../ui/marked-sample.tsx';
import { RunsOn } from '../ui/runs-on.tsx';
import { SiteNav } from '../ui/site-nav.tsx';
import { StandingLabel } from '../ui/standing-label.tsx';
import { Switch } from '../ui/switch.tsx';
import { t, tn } from '../ui/translate.ts';
import { NotKept, Unreadable, useChange, type Change } from '../ui/use-change.tsx';
import { useLoaded } from '../ui/use-loaded.ts';
import { useSettings, type SettingsStore } from '../ui/use-settings.ts';
import { categoryWord } from '../ui/words.ts';
import { BackupSection } from './backup-section.tsx';
import { DismissalList, SiteList } from './lists.tsx';

export interface OptionsPlatform {
  store: SettingsStore & { resetSettings(): Promise<void> };
  loadDirectory(): Promise<DirectoryRow[]>;
  /** The keyboard commands with their words and the keys set for them, empty where none is. */
  commands(): Promise<CommandKeys[]>;
  /** Goes to the browser's own page for changing keys; rejects where it has none that can be opened. */
  openKeySettings(): Promise<void>;
  saveFile(name: string, text: string): void;
}

export function OptionsPage({ platform }: { platform: OptionsPlatform }) {
  const settings = useSettings(platform.store);
  const directory = useLoaded(platform.loadDirectory, 'directory');
  const { change, attempt, failures } = useChange(platform.store);
  if (settings === undefined) return null;
  if (settings === null)
    return (
      <>
        <SiteNav links={['directory']} />
        <main>
          <h1>{t('options.title')}</h1>
          <Unreadable />
        </main>
      </>
    );
  const rows = directory.state === 'ready' ? directory.value : [];
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.name ?? id;
  return (
    <>
      <SiteNav links={['directory']} />
      <main>
        <NotKept failures={failures} />
        <h1>{t('options.title')}</h1>
        <Where settings={settings} change={change} />
        <Looks settings={settings} rows={rows} change={change} />
        <Categories settings={settings} change={change} />
        <DismissalList
          dismissals={settings.dismissals}
          nameOf={nameOf}
          onUndo={(undone) =>
            void change(({ dismissals }) => ({ dismissals: withoutDismissal(dismissals, undone) }))
          }
        />
        <Keys platform={platform} />
        <BackupSection
          settings={settings}
          saveFile={platform.saveFile}
          onRestore={(restored) => change(() => restored)}
          onReset={() => attempt(() => platform.store.resetSettings())}
        />
      </main>
    </>
  );
}

function Where({ settings, change }: { settings: Settings; change: Change }) {
  const without = (key: 'sitesOff' | 'sitesOn', site: string) =>
    void change((newest) => ({ [key]: newest[key].filter((kept) => kept !== site) }));
  return (
    <section aria-labelledby="where-heading">
      <h2 id="where-heading">{t('options.where')}</h2>
      <Switch isOn={settings.enabled} onToggle={(enabled) => void change(() => ({ enabled }))}>
        {t('settings.everywhere')}
      </Switch>
      <RunsOn value={settings.runsOn} onChange={(runsOn) => void change(() => ({ runsOn }))} />
      <SiteList
        title={t('options.sites_off')}
        sites={settings.sitesOff}
        empty={t('options.no_sites_off')}
        onRemove={(site) => without('sitesOff', site)}
      />
      <SiteList
        title={t('options.sites_on')}
        sites={settings.sitesOn}
        empty={t('options.no_sites_on', {
          articles: t('settings.runs_on_options.articles'),
          asked: t('settings.runs_on_options.when_asked'),
          button: t('popup.mark_site'),
        })}
        onRemove={(site) => without('sitesOn', site)}
      />
    </section>
  );
}

interface LooksProps {
  settings: Settings;
  /** Empty while the directory has not been read. */
  rows: readonly DirectoryRow[];
  change: Change;
}

function Looks({ settings, rows, change }: LooksProps) {
  const wait = tn('options.dwell_value', settings.dwellMs / 1000);
  return (
    <section aria-labelledby="looks-heading">
      <h2 id="looks-heading">{t('options.looks')}</h2>
      <div class="legend">
        <p class="soft">{t('options.lines')}</p>
        <StandingLabel standing="listed" />
        <StandingLabel standing="was-listed" />
        <StandingLabel standing="none" />
      </div>
      {rows.length > 0 && <MarkedSample rows={rows} settings={settings} />}
      <div class="choices">
        <Choice
          legend={t('options.line_style')}
          name="line-style"
          value={settings.lineStyle}
          options={[
            ['line', t('options.line_style_options.line')],
            ['tint', t('options.line_style_options.tint')],
            ['line-and-tint', t('options.line_style_options.line_and_tint')],
          ]}
          onChange={(lineStyle) => void change(() => ({ lineStyle }))}
        />
        <Choice
          legend={t('options.palette')}
          name="palette"
          value={settings.palette}
          options={[
            ['standard', t('options.palette_options.standard')],
            ['safe', t('options.palette_options.safe')],
            ['text', t('options.palette_options.text')],
          ]}
          onChange={(palette) => void change(() => ({ palette }))}
        />
        <Choice
          legend={t('options.density')}
          name="density"
          value={settings.density}
          options={[
            ['every-mention', t('options.density_options.every_mention')],
            ['first-per-section', t('options.density_options.first_per_section')],
          ]}
          onChange={(density) => void change(() => ({ density }))}
        />
        <Choice
          legend={t('options.theme')}
          name="theme"
          value={settings.theme}
          options={[
            ['system', t('options.theme_options.system')],
            ['light', t('options.theme_options.light')],
            ['dark', t('options.theme_options.dark')],
          ]}
          onChange={(theme) => void change(() => ({ theme }))}
        />
      </div>
      <label class="row dwell">
        <span>{t('options.dwell')}</span>
        <input
          type="range"
          min="100"
          max="2000"
          step="100"
          value={settings.dwellMs}
          aria-valuetext={wait}
          onChange={(event) => {
            const dwellMs = event.currentTarget.valueAsNumber;
            void change(() => ({ dwellMs }));
          }}
        />
        <span class="soft" aria-hidden="true">
          {wait}
        </span>
      </label>
    </section>
  );
}

function Categories({ settings, change }: { settings: Settings; change: Change }) {
  return (
    <section aria-labelledby="categories-heading">
      <h2 id="categories-heading">{t('options.categories')}</h2>
      <p class="soft">{t('options.categories_hint')}</p>
      <div class="category-list">
        {categories.map((category) => (
          <label key={category}>
            <input
              type="checkbox"
              checked={!settings.categoriesOff.includes(category)}
              onChange={(event) => {
                const isOn = event.currentTarget.checked;
                void change(({ categoriesOff }) => {
                  const others = categoriesOff.filter((kept) => kept !== category);
                  return { categoriesOff: isOn ? others : [...others, category] };
                });
              }}
            />
            <span>{categoryWord(category)}</span>
          </label>
        ))}
      </div>
    </section>
  );
}

function Keys({ platform }: { platform: OptionsPlatform }) {
  const commands = useLoaded(platform.commands, 'commands');
  return (
    <section aria-labelledby="keys-heading">
      <h2 id="keys-heading">{t('keys.title')}</h2>
      {commands.state === 'ready' && <KeyList commands={commands.value} />}
      <div class="row">
        <button type="button" class="button" onClick={() => void platform.openKeySettings()}>
          {t('options.keys_open')}
        </button>
        <span class="soft small">{t('options.keys_hint')}</span>
      </div>
      <p class="soft small">{t('options.address_bar_hint')}</p>
    </section>
  );
}
