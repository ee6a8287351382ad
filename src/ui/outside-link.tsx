/** A link to the web: http(s) only, in a new tab, telling the target nothing about where it was opened. */
import type { ComponentChildren } from 'preact';

interface OutsideLinkProps {
  url: string;
  title?: string;
  children: ComponentChildren;
}

export const outside = { target: '_blank', rel: 'noopener noreferrer' };

/** Null for what is none: the dataset's check allows nothing else, but a damaged file must not make a script of a link. */
export function webAddress(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : null;
}

export function OutsideLink({ url, title, children }: OutsideLinkProps) {
  const address = webAddress(url);
  if (address === null) return <span>{children}</span>;
  return (
    <a href={address} {...outside} {...(title && { title })}>
      {children}
    </a>
  );
}
