/** A link out of the card: http(s) only, in a new tab, telling the target nothing about the page it was opened from. */
import type { ComponentChildren } from 'preact';
import { safeUrl } from './safe-url.ts';

export function OutsideLink({
  url,
  title,
  children,
}: {
  url: string;
  title?: string;
  children: ComponentChildren;
}) {
  const href = safeUrl(url);
  if (!href) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" title={title}>
      {children}
    </a>
  );
}
