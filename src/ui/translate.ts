/** The interface's texts in the reader's language: every visible word comes from a file in assets/locales. */
import { createI18n } from '@wxt-dev/i18n';
import type english from '../../assets/locales/en.json';

type Leaves<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Prefix}${Key}`
    : Leaves<Tree[Key], `${Prefix}${Key}.`>;
}[keyof Tree & string];

export type MessageKey = Leaves<typeof english>;
/** Messages with one text per plural category of the language (`one`, `other`, …). */
export type PluralKey = MessageKey extends infer Key
  ? Key extends `${infer Stem}.other`
    ? Stem
    : never
  : never;
export type Values = Record<string, string | number>;

const i18n = createI18n();

/** The text of `key`, with each `{name}` in it replaced by that value; numbers are written the language's way. */
export function t(key: MessageKey, values: Values = {}): string {
  return i18n.t(key, written(values));
}

let plurals: Intl.PluralRules | undefined;

/** The text of `key` in the plural form for `count`, which is also what `{count}` in it stands for. */
export function tn(key: PluralKey, count: number, values: Values = {}): string {
  plurals ??= new Intl.PluralRules(dateLocale());
  return i18n.t(`${key}.${plurals.select(count)}`, written({ count, ...values }));
}

// A letter that runs from left to right: one that is neither Arabic nor Hebrew.
const leftToRight = /(?![\p{Script=Arabic}\p{Script=Hebrew}])\p{L}/u;

/** What keeps to itself already, up to the innermost. */
const isolates = /\u2068[^\u2068\u2069]*\u2069/g;

/**
 * A Latin name that goes into an Arabic text keeps to itself, or it would take the punctuation beside it along. An Arabic
 * list or sentence with such names in it stays as it is: kept to itself by its first name, it would run from left to right.
 */
export function isolated(value: string): string {
  const isLatin = leftToRight.test(value.replace(isolates, ''));
  return isLatin && textDirection() === 'rtl' ? `\u2068${value}\u2069` : value;
}

function written(values: Values): Record<string, string> {
  const entries = Object.entries(values).map(([name, value]) => {
    if (typeof value === 'number') return [name, value.toLocaleString(dateLocale())];
    return [name, isolated(value)];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

let dates: string | undefined;

/**
 * The locale in which dates and numbers are written: that of the texts shown, not the browser's, which may have no file;
 * with the browser's region where the language is the same. English stays British, as the facts write their days.
 */
export function dateLocale(): string {
  return (dates ??= regional(i18n.t('locale.dates')));
}

function regional(language: string): string {
  if (language.startsWith('en')) return language;
  const browser = i18n.t('@@ui_locale').replaceAll('_', '-');
  return browser.split('-')[0] === language ? browser : language;
}

/** The facts are in English in every language of the interface. */
export function isEnglish(): boolean {
  return dateLocale().startsWith('en');
}

export function textDirection(): 'ltr' | 'rtl' {
  return t('locale.direction') === 'rtl' ? 'rtl' : 'ltr';
}

/** Between things that stand side by side, with its space: Arabic has a comma of its own. */
export const comma = () => `${t('locale.comma')} `;

/** Behind a word that tells what follows, with its spaces: French has one before it too. */
export const colon = () => `${t('locale.colon')} `;

/** The parts of a list as the language joins it ("a, b and c"): elements in their order, with literals between them. */
export function listOf(elements: readonly string[]): { type: 'element' | 'literal'; value: string }[] {
  return new Intl.ListFormat(dateLocale(), { type: 'conjunction' }).formatToParts(elements);
}

/** The same as one text. */
export function listText(elements: readonly string[]): string {
  return listOf(elements)
    .map(({ value }) => value)
    .join('');
}
