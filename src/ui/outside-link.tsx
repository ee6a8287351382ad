/** A link to the web: http(s) only, in a new tab, telling the target nothing about where it was opened. */
import type { ComponentChildren } from 'preact';

interface OutsideLinkProps {
  url: string;
  title?: string;
  children: ComponentChildren;
}

export function OutsideLink({ url, title, children }: OutsideLinkProps) {
  // The dataset's check allows nothing else, but a damaged file must not make a script of a link.
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return <span>{children}</span>;
  return (
    <a href={parsed.href} target="_blank" rel="noopener noreferrer" {...(title && { title })}>
      {children}
    </a>
  );
}
