/** One stretch of a page being marked, from switching on to switching off: its watch, its records and its card. */
import type { CardProps } from '../card/card.tsx';
import type { Matcher } from '../match/types.ts';
import type { PageEntity } from '../messages.ts';
import { publishedOn } from '../page/article-date.ts';
import type { PageMention } from '../page/page-mention.ts';
import type { WatchPage } from '../page/watch-page.ts';
import { isDismissed, pageOf } from '../settings/dismissals.ts';
import { markStyle, type Settings } from '../settings/settings.ts';
import { createCardDriver, type DriverOptions } from './card-driver.ts';
import { createLazyKit, type CardKit } from './card-kit.ts';
import { createCardRecords } from './card-records.ts';
import { onComeBack, onPutAway } from './come-back.ts';
import { copyText } from './copy-text.ts';
import { createDismissing } from './dismissing.ts';
import { createEntityReporter } from './entity-reporter.ts';
import { nothing } from './nothing.ts';
import { parentForCard } from './parent-for-card.ts';
import type { ContentPlatform } from './platform.ts';
import type { MarkSheets } from './mark-sheets.ts';
import { createPointerActions } from './pointer-actions.ts';
import { listenToPointer } from './pointer-input.ts';
import { nthOf, stepFrom } from './stepper.ts';
import { todayAfter } from './today.ts';

export interface SessionOptions {
  document: Document;
  matcher: Matcher;
  platform: ContentPlatform;
  watchPage: WatchPage;
  sheets: MarkSheets;
  settings: Settings;
  signal: AbortSignal;
  /** The extension was updated or removed under the open page: everything of ours has to go. */
  onOrphaned: () => void;
}

export interface MarkingSession {
  configure(settings: Settings): void;
  entities(): Promise<PageEntity[]>;
  /** True until the text that was there at the start has been read. */
  isUnderWay(): boolean;
  goTo(entity: string, index: number): void;
  step(step: 1 | -1): void;
  /** All marks and the card gone at once. */
  stop(): void;
}

/** Begins at once. */
export function startMarkingSession(options: SessionOptions): MarkingSession {
  const { document, matcher, platform, sheets } = options;
  const ending = new AbortController();
  const signal = AbortSignal.any([options.signal, ending.signal]);
  let { settings } = options;
  let ringed: PageMention | null = null;
  const dismissing = createDismissing({
    document,
    platform,
    checkAlive,
    onUnkept: () => watch.configure({ isShown }),
  });

  const fetchCards = (entities: string[]) =>
    checkAlive() ? platform.fetchCards(entities) : Promise.resolve([]);
  const kit = createLazyKit(() => platform.loadCardKit());
  let hasMarks = false;
  const records = createCardRecords(
    fetchCards,
    signal,
    () => settings.categoriesOff.length > 0 && watch.configure({ isShown }),
  );
  const entities = async () =>
    [...(await watch.countEntities())].map(([entity, count]): PageEntity => ({ entity, count }));
  const reporter = createEntityReporter(entities, (named) => platform.sendPageEntities(named), signal);

  function checkAlive(): boolean {
    if (platform.isAlive()) return true;
    options.onOrphaned();
    return false;
  }

  const dismissals = () => [...settings.dismissals, ...dismissing.unkept()];

  function isShown(entity: string, name: string): boolean {
    if (isDismissed(dismissals(), entity, name, document.URL)) return false;
    if (settings.categoriesOff.length === 0) return true;
    const record = records.get(entity);
    // Not shown until its categories are known: a mark that appears late disturbs less than one that vanishes.
    if (record === undefined) records.want([entity]);
    return (
      !!record &&
      !(
        record.categories.length > 0 && record.categories.every((one) => settings.categoriesOff.includes(one))
      )
    );
  }

  const driver = createCardDriver<PageMention>({
    document,
    kit,
    signal,
    dwellMs: () => settings.dwellMs,
    looks: () => settings,
    rectsOf: (mention) => watch.rectsOf(mention),
    isInSight: (mention) => watch.isInSight(mention),
    parentFor: (mention) => parentForCard(document, mention.range.startContainer),
    recordOf: ({ entity }) => records.get(entity),
    loadRecord: ({ entity }) => records.load(entity),
    propsFor,
  });

  // Before the watch, which tells about the first document while it is being made.
  const pointer = createPointerActions({
    driver,
    mentionAt: ({ x, y }, inner) => watch.mentionAt(x, y, inner),
    unring: () => ring(null),
    beforeMove() {
      if (!checkAlive()) return false;
      if (hasMarks) kit.want();
      return true;
    },
  });

  const watch = options.watchPage({
    document,
    matcher,
    signal,
    isAlive: () => platform.isAlive(),
    settings: { style: markStyle(settings), density: settings.density, isShown },
    onChange: (added) => {
      if (!checkAlive()) return;
      hasMarks ||= added.size > 0;
      records.want(added);
      reporter.report();
    },
    onMarked: (marked, tagPath) => sheets.marked(marked, markStyle(settings), tagPath),
    onDocument(inner, innerSignal) {
      const heard = AbortSignal.any([signal, innerSignal]);
      listenToPointer(inner, pointer, heard);
      if (inner === document) followPuttingAway(heard);
    },
  });

  /**
   * While the browser keeps the page for "back", the extension may be updated or switched off. Firefox ends this script then, and brings
   * the page back without another: marks that stand for nothing, and a card that cannot be closed, must not come with it.
   */
  function followPuttingAway(heard: AbortSignal): void {
    const view = document.defaultView;
    if (!view) return;
    const putAway = () => {
      driver.act({ type: 'dismissed' });
      ringed = null;
      watch.setAway(true);
    };
    onPutAway(view, putAway, heard);
    onComeBack(view, () => watch.setAway(false), heard);
  }

  let isUnderWay = true;
  void watch.firstScan.then(() => (isUnderWay = false));

  function propsFor(
    mention: PageMention,
    { citationOf, explainPhrases }: CardKit,
  ): ReturnType<DriverOptions<PageMention>['propsFor']> {
    const actions: Omit<CardProps['actions'], 'isSettled'> = {
      openProfile: (entity) => void (checkAlive() && platform.openProfile(entity).catch(checkAlive)),
      explain: () => matcher.explain(mention.mention, explainPhrases),
      copyCitation: (record) => copyText(document, citationOf(record)),
      scopes: dismissing.scopes(),
      dismiss: (scope) => {
        driver.holdPlace();
        return dismissing.dismiss(mention, scope);
      },
      undoDismissal: () => dismissing.undo(),
    };
    const day = todayAfter(records.get(mention.entity)?.checkedBy);
    return {
      surface: mention.surface,
      published: publishedOn(document, day),
      today: day,
      standingOf: (entity) => matcher.standing(entity),
      loadCard: (entity) => records.load(entity),
      actions,
    };
  }

  function ring(mention: PageMention | null): void {
    if (ringed === mention) return;
    ringed = mention;
    watch.ring(mention);
  }

  function bringIntoView(mention: PageMention): void {
    watch.scrollTo(mention);
    ring(mention);
  }

  // A page that loads the next article by itself often puts its text in before it changes its address. From then on the choices
  // for that address count.
  onAddressChange(document, signal, () => {
    if (dismissals().some(({ page }) => page !== undefined)) watch.configure({ isShown });
  });
  // Marks of an extension that is gone go too, as soon as someone looks at the page again.
  document.addEventListener('visibilitychange', checkAlive, { signal });
  // The browser kept the page while another was shown; the badge was another page's meanwhile.
  platform.onComeBack(reporter.again, signal);

  return {
    configure(changed) {
      settings = changed;
      const style = markStyle(settings);
      sheets.restyle(style);
      watch.configure({ style, density: settings.density, isShown });
    },
    entities,
    isUnderWay: () => isUnderWay,
    goTo(entity, index) {
      const mention = nthOf(watch.mentions(), entity, index, watch.canBeShown);
      if (mention) bringIntoView(mention);
    },
    step(step) {
      const height = document.defaultView?.innerHeight ?? 0;
      const topOf = (mention: PageMention) => watch.rectsOf(mention)[0]?.top ?? null;
      const mention = stepFrom(watch.mentions(), ringed, step, topOf, height, watch.canBeShown);
      if (!mention) return;
      bringIntoView(mention);
      driver.act({ type: 'opened-by-keyboard', mention });
    },
    stop() {
      ending.abort('over');
      sheets.clear();
      // The badge belongs to a marked page; the reporter ended with the session.
      if (platform.isAlive()) platform.sendPageEntities([]).catch(nothing);
    },
  };
}

/** Calls back whenever the document's address has become that of another page, without loading. */
function onAddressChange(document: Document, signal: AbortSignal, changed: () => void): void {
  let page = pageOf(document.URL);
  const look = () => {
    const before = page;
    page = pageOf(document.URL);
    if (page !== before) changed();
  };
  const { navigation } = (document.defaultView ?? {}) as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', look, { signal });
}
