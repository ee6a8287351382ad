/** What every screen does first: language, direction and theme of its document. */
import type { Settings } from '../settings/settings.ts';
import { dateLocale, textDirection } from './translate.ts';

export function prepareDocument(document: Document, title: string): void {
  document.documentElement.lang = dateLocale();
  document.documentElement.dir = textDirection();
  document.title = title;
}

export function applyLooks(root: HTMLElement, { theme, palette }: Pick<Settings, 'theme' | 'palette'>): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  root.dataset.palette = palette;
}
