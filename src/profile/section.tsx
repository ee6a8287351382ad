/** A titled part of the profile with the number of claims in it. */
import type { ComponentChildren } from 'preact';

interface SectionProps {
  id: string;
  title: string;
  count?: number;
  children: ComponentChildren;
}

export function Section({ id, title, count, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>
        {title}
        {count !== undefined && count > 0 && <span class="soft count"> {count}</span>}
      </h2>
      {children}
    </section>
  );
}
