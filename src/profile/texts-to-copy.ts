/** A profile as text to paste: a citation, Markdown, JSON, and a report of an error to fill in. Pure. */
import { sourcesOf } from '../dataset/claim-sources.ts';
import type { SourcedDate } from '../dataset/dates.ts';
import { followTheMoney, ftmLines } from '../dataset/follow-the-money.ts';
import type { ProfileRecord, RecordSource } from '../dataset/records.ts';
import { canBeListed } from '../dataset/standing.ts';
import { formatDate, formatDay, formatTieSpan } from '../ui/dates.ts';
import { listApart } from '../ui/listing-apart.ts';
import { listingDates } from '../ui/listing-dates.ts';
import { citationParts } from '../ui/official-text.ts';
import { colon, t } from '../ui/translate.ts';
import {
  countryName,
  decidedWord,
  kindWord,
  listingStatusWord,
  publisherText,
  relationTypeWord,
  standingHeadline,
} from '../ui/words.ts';
import { relationsByType } from './claims.ts';

function dated(date: SourcedDate | null): string {
  return date ? formatDate(date) : t('date.undated');
}

function sourceLine(source: RecordSource): string {
  return `${publisherText(source)}${colon()}${source.title} (${dated(source.published)}), ${source.url}`;
}

/**
 * One line on the entry and its standing, then each listing with its legal citation. The citation is of the act that
 * listed, here and below: behind the day of a removal it would seem to be of that.
 */
export function citationText(record: ProfileRecord): string {
  const listings = record.listings.map((listing) => {
    const { authority, citation } = listing;
    return `– ${[listApart(listing, record.listings), authority, citation, listingDates(listing)].filter(Boolean).join('; ')}`;
  });
  return [
    canBeListed(record.kind)
      ? `${record.name}${colon()}${standingHeadline(record.standing, record.listings)}.`
      : `${record.name}${colon()}${record.summary}`,
    ...listings,
    t('profile.cite_as', { name: record.name, id: record.id, date: formatDay(record.checkedBy) }),
  ].join('\n');
}

/** The whole profile; each claim with the addresses of its sources. */
export function markdownText(record: ProfileRecord): string {
  const refs = (claim: { sources: string[]; statedBy?: string }) =>
    sourcesOf(record, claim)
      .map((source) => `[${publisherText(source).replace(/[[\]]/g, '')}](<${source.url}>)`)
      .join(', ');
  const about = [kindWord(record.kind), record.country && countryName(record.country), record.headquarters];
  const lines = [`# ${record.name}`, '', about.filter(Boolean).join(' · '), '', record.summary, ''];
  const section = (title: string, items: string[]) => {
    if (items.length > 0) lines.push(`## ${title}`, '', ...items, '');
  };
  if (canBeListed(record.kind)) lines.push(`**${standingHeadline(record.standing, record.listings)}**`, '');
  section(
    t('profile.listings'),
    record.listings.map((listing) => {
      const { designated, published, effective, removed } = listing.dates;
      const dates = [
        designated && `${decidedWord(listing)}${colon()}${formatDate(designated)}`,
        published && `${t('profile.date.published')}${colon()}${formatDate(published)}`,
        effective && `${t('profile.date.effective')}${colon()}${formatDate(effective)}`,
        removed && `${t('profile.date.removed')}${colon()}${formatDate(removed)}`,
      ];
      const citation = citationParts(listing).map(({ text, link }) =>
        link ? `[${text}](<${link.url}>)` : text,
      );
      const parts = [listingStatusWord(listing.status), citation.join(''), ...dates]
        .filter(Boolean)
        .join('; ');
      const words = [listing.does, listing.doesNot, listing.reason].filter(Boolean).join(' ');
      return `- **${listApart(listing, record.listings)}**, ${listing.authority} (${parts}). ${words} ${refs(listing)}`;
    }),
  );
  section(
    t('profile.facts'),
    record.facts.map((fact) => `- ${fact.text} ${refs(fact)}`),
  );
  section(
    t('profile.events'),
    record.events.map((event) => `- **${dated(event.date)}**${colon()}${event.text} ${refs(event)}`),
  );
  section(
    t('profile.relations'),
    relationsByType(record).flatMap(([type, relations]) =>
      relations.map((relation) => {
        const notes = [formatTieSpan(relation), relation.text].filter(Boolean).join('; ');
        return `- ${relationTypeWord(type)}${colon()}${relation.name}${notes && ` (${notes})`} ${refs(relation)}`;
      }),
    ),
  );
  section(
    t('profile.sources'),
    record.sources.map((source) => `- ${sourceLine(source)}`),
  );
  lines.push(
    t('profile.cite_as', { name: record.name, id: record.id, date: formatDay(record.checkedBy) }),
    '',
  );
  return lines.join('\n');
}

export function jsonText(record: ProfileRecord): string {
  return JSON.stringify(record, null, 2);
}

/** The profile in the model that investigators' tools share, one FollowTheMoney entity a line. */
export function followTheMoneyText(record: ProfileRecord): string {
  return ftmLines(followTheMoney(record));
}

/**
 * A form to fill in and send to wherever the reader got the extension. `claim` is the id of the claim in question,
 * `version` that of the data; each null where it is not known.
 */
export function correctionText(record: ProfileRecord, claim: string | null, version: string | null): string {
  return [
    t('profile.correction.title', { name: record.name, id: record.id }),
    `${t('profile.correction.claim')}${colon()}${claim === null ? '' : `${record.id}#${claim}`}`,
    `${t('profile.correction.wrong')}${colon()}`,
    `${t('profile.correction.right')}${colon()}`,
    `${t('profile.correction.source')}${colon()}`,
    t('profile.correction.data', {
      version: version ?? t('profile.correction.unknown_version'),
      date: formatDay(record.checkedBy),
    }),
  ].join('\n');
}
