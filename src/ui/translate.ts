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

/** The text of `key`, with each `{name}` in it replaced by that value. */
export function t(key: MessageKey, values: Values = {}): string {
  return i18n.t(key, values);
}

let plurals: Intl.PluralRules | undefined;

/** The text of `key` in the plural form for `count`; `{count}` in it is the number, written the language's way. */
export function tn(key: PluralKey, count: number, values: Values = {}): string {
  plurals ??= new Intl.PluralRules(dateLocale());
  const number = count.toLocaleString(dateLocale());
  return i18n.t(`${key}.${plurals.select(count)}`, { count: number, ...values });
}

/** The locale of the texts shown (not the browser's, which may have no file): dates and numbers are written in it. */
export function dateLocale(): string {
  return t('locale.dates');
}

export function textDirection(): 'ltr' | 'rtl' {
  return t('locale.direction') === 'rtl' ? 'rtl' : 'ltr';
}

/** The parts of a list as the language joins it ("a, b and c"): elements in their order, with literals between them. */
export function listOf(elements: readonly string[]): { type: 'element' | 'literal'; value: string }[] {
  return new Intl.ListFormat(dateLocale(), { type: 'conjunction' }).formatToParts(elements);
}
