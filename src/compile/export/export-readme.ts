/** The page that travels with the export: what is in it, how it joins, under which terms. */
import type { DatasetVersion } from '../../dataset/records.ts';
import type { Table } from './export-tables.ts';
import { attribution, licence, title } from './terms.ts';

export function exportReadme(
  { version, entities }: DatasetVersion,
  tables: ReadonlyMap<string, Table>,
): string {
  const lines = [...tables].map(
    ([name, { columns, rows }]) => `| \`${name}.csv\` | ${rows} | ${columns.join(', ')} |`,
  );
  return `# ${title}

Version ${version}, ${entities} entities: vendors of surveillance technology, their products, the official lists that name
them, and dated events, each with the pages that were read for it.

| File | What it is |
| --- | --- |
| \`sidelight.json\` | everything, one document |
| \`sidelight.schema.json\` | its JSON Schema (draft 2020-12) |
| \`entities.ftm.json\` | FollowTheMoney entities, one a line (\`ftm validate -i entities.ftm.json\`) |
| \`LICENSE.md\` | the terms |

| Table | Rows | Columns |
| --- | --- | --- |
${lines.join('\n')}

Tables are UTF-8 with commas and a header. They join by \`entity\` (the id in \`entities.csv\`); \`sources\` cells hold ids of
\`sources.csv\` rows of the same entity, parted by semicolons. A date is as precise as its source: \`2021\`, \`2021-11\` or
\`2021-11-04\`. \`stateMedia\` of a source is the state that runs the outlet which printed it and directs what it prints. A
cell that begins with \`=\`, \`+\`, \`-\` or \`@\` has an apostrophe in front.

In \`entities.ftm.json\` a listing is a Sanction: \`listingDate\` is the day of the decision (of its printing where only that is
known), \`startDate\` the day on which it took effect, \`endDate\` that of its removal; \`recordId\` is the citation. Not every
listing is a sanction in law: \`program\` and \`provisions\` say what it is and does. Laws and lists have no schema there and
are only in the other files. A party that has no entry here is a LegalEntity, or a Company
or Organization where its tie asks for one, with a name and nothing else.

What stands under \`unverified\` in \`sidelight.json\` is open and must not be quoted as fact.

## Terms

${licence.name}, ${licence.url}. Please write beside it: “${attribution}”, with the version and the id of
the entity. The pages that are cited belong to their publishers.
`;
}
