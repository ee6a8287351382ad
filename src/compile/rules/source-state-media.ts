/** Rule: what a state's outlet printed names that outlet. */
import { outletAt, stateOutletOf, type StateOutlet } from '../state-media.ts';
import { entityRule } from './rule.ts';

export const sourceStateMedia = entityRule(
  'source-state-media',
  'A page of an outlet that a state runs (data/state-media.json) names the outlet as its publisher, and a copy of its text elsewhere names it first: readers are told “state media” behind that name.',
  function* (entity, { stateMedia }) {
    for (const source of entity.sources) {
      const { id, url, publisher } = source;
      const at = outletAt(url, stateMedia);
      if (at && !isNamed(at, publisher))
        yield [
          `sources.${id}.publisher`,
          `“${publisher}” does not name ${at.names[0]!}, whose page this is by data/state-media.json`,
        ];
      // Who reports on a report answers for it: “Acme News (on TASS)”.
      const writers = publisher.replace(/ \((citing|on|quoting|relaying) [^()]*\)/g, '');
      const copied = stateMedia.find((outlet) => isNamed(outlet, writers));
      if (copied && !stateOutletOf(source, stateMedia))
        yield [
          `sources.${id}.publisher`,
          `“${publisher}” names ${copied.names[0]!}, but not first: “${copied.names[0]!} (via …)” where the text is its own`,
        ];
    }
  },
);

/** In whole words; an apostrophe is one, however it is written. */
function isNamed({ names }: StateOutlet, publisher: string): boolean {
  const plain = publisher.replaceAll('’', "'");
  return names.some((name) => {
    const parts = plain.split(name);
    return parts
      .slice(1)
      .some((after, index) => !/[\p{L}\p{N}]$/u.test(parts[index]!) && !/^[\p{L}\p{N}]/u.test(after));
  });
}
