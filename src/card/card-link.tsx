/**
 * A link out of a card. It has no address until the reader goes for it: the rules of a page can have Chromium fetch what its links lead
 * to, those in a closed root too, and browsers look up the hosts of all links in plain http pages. So no one hears of a card
 * but the site whose link is opened.
 */
import type { ComponentChildren, TargetedEvent } from 'preact';
import { outside, webAddress } from '../ui/outside-link.tsx';

interface CardLinkProps {
  url: string;
  title?: string;
  children: ComponentChildren;
}

type LinkEvent = TargetedEvent<HTMLAnchorElement>;

export function CardLink({ url, title = '', children }: CardLinkProps) {
  const address = webAddress(url);
  if (address === null) return <span>{children}</span>;
  const goFor = ({ currentTarget }: LinkEvent) => void (currentTarget.href = address);
  // The browser's own line at the edge of the window stays empty.
  const tellAddress = ({ currentTarget }: LinkEvent) =>
    void (currentTarget.title = title ? `${title}\n${address}` : address);
  return (
    <a
      {...outside}
      role="link"
      tabIndex={0}
      {...(title && { title })}
      onPointerEnter={tellAddress}
      onPointerDown={goFor}
      onKeyDown={(event) => event.key === 'Enter' && goFor(event)}
      onContextMenu={goFor}
      // Screen readers press without a pointer or a key.
      onClick={goFor}
    >
      {children}
    </a>
  );
}
