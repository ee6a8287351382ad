/** A listing's citation, with links to where the act can be looked up. */
import type { ComponentType, ComponentChildren } from 'preact';
import type { Listing } from '../dataset/entity.ts';
import { citationParts } from './official-text.ts';

interface CitationProps {
  listing: Listing;
  /** What a link out of this place is: in a card it is another than on a screen. */
  link: ComponentType<{ url: string; title: string; children: ComponentChildren }>;
}

export function Citation({ listing, link: Link }: CitationProps) {
  return (
    <>
      {citationParts(listing).map(({ text, link }) =>
        link ? (
          <Link key={text} {...link}>
            {text}
          </Link>
        ) : (
          text
        ),
      )}
    </>
  );
}
