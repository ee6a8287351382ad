/** What the toolbar badge shows. */

/** Dark slate with white reads on light and dark toolbars alike (contrast 10:1 within the badge). */
export const badgeColours = { background: '#36424f', text: '#ffffff' };

/** A number that fits the badge's four places; nothing for 0. */
export function badgeText(entities: number): string {
  if (entities <= 0) return '';
  return entities > 999 ? '999+' : String(entities);
}
