/** Where each claim of a card comes from: short links beside the claim, and the whole list at the end. */
import { sourcesWithIds } from '../dataset/claim-sources.ts';
import type { SourceKind } from '../dataset/vocabulary.ts';
import type { CardRecord, RecordSource } from '../dataset/records.ts';
import { formatDay } from '../ui/dates.ts';
import { comma, t, tn } from '../ui/translate.ts';
import { sourceNotes, stateMediaWord } from '../ui/words.ts';
import { CardLink } from './card-link.tsx';
import { sourcesPerClaim } from './constants.ts';

/** Official papers first: what a reader would check first. */
const order: SourceKind[] = ['primary', 'research', 'ngo', 'news', 'company'];

/**
 * The sources with these ids, the most official first, among like ones in the order in which the claim cites them; ids that the
 * record does not know are left out.
 */
export function citedSources(sources: readonly RecordSource[], ids: readonly string[]): RecordSource[] {
  return sourcesWithIds(sources, [...new Set(ids)]).sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind),
  );
}

/**
 * The first publishers as links, each name once, and how many more sources there are. What the authority of the claim
 * itself published comes first.
 */
export function ClaimSources({
  sources: all,
  ids,
  authority = '',
}: {
  sources: readonly RecordSource[];
  ids: readonly string[];
  authority?: string;
}) {
  const cited = citedSources(all, ids);
  const isOwn = ({ publisher }: RecordSource) => authority.includes(publisher);
  const sources = [...cited.filter(isOwn), ...cited.filter((source) => !isOwn(source))];
  const shown = firstOfEachName(sources).slice(0, sourcesPerClaim);
  const more = sources.length - shown.length;
  return (
    <span class="cites">
      {shown.map((source, index) => (
        <>
          {index > 0 && comma()}
          <CardLink key={source.id} url={source.url} title={`${source.title} – ${source.publisher}`}>
            <bdi lang="en">{shortPublisher(source.publisher)}</bdi>
          </CardLink>
          {source.stateMedia !== undefined && ` (${stateMediaWord(source)})`}
        </>
      ))}
      {more > 0 && (
        <>
          {' '}
          <span aria-hidden="true">{tn('plus', more)}</span>
          <span class="announce">{tn('card.more_sources_said', more)}</span>
        </>
      )}
    </span>
  );
}

function firstOfEachName(sources: readonly RecordSource[]): RecordSource[] {
  const byName = new Map<string, RecordSource>();
  for (const source of sources) {
    const name = shortPublisher(source.publisher);
    if (!byName.has(name)) byName.set(name, source);
  }
  return [...byName.values()];
}

/** Words, and keepers of courts' papers, by which a publisher's note says that the page is someone else's copy. */
const copyNotes =
  /\b(cop(y|ied)|mirror(ed)?|reprint(ed)?|republished|repost(ed)?|hosted|carried|distributed|transcribed|justia|casetext|vlex|docket alarm|scribd|courtlistener|documentcloud|elaws|ecases)\b/i;

/**
 * "The Hill (via Yahoo)" is "The Hill" beside a claim; the list of sources has it in full. That a page is a copy stays
 * said: beside an act's citation, a reader takes the agency's name for the agency's own page.
 */
export function shortPublisher(publisher: string): string {
  const name = publisher.replace(/ \([^()]*\)$/, '').replace(/, copy (at|in|of) .*$/, '');
  // Its address is the original's.
  if (/\bread in\b/.test(publisher)) return name;
  return copyNotes.test(publisher.slice(name.length)) ? `${name} (copy)` : name;
}

export function SourcesSection({ record }: { record: CardRecord }) {
  return (
    <details class="section sources">
      <summary>
        {tn('card.sources', record.sources.length)}
        <span class="quiet"> · {t('card.checked_by', { date: formatDay(record.checkedBy) })}</span>
      </summary>
      {record.review.state === 'draft' && <p class="quiet">{t('card.draft')}</p>}
      <ol>
        {record.sources.map((source) => (
          <li key={source.id}>
            <CardLink url={source.url}>
              <bdi lang="">{source.title}</bdi>
            </CardLink>{' '}
            <span class="quiet">
              <bdi lang="en">{source.publisher}</bdi>
              {` · ${sourceNotes(source).join(' · ')}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
