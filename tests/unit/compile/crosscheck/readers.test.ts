/** The readers of official tables, on small files in their true form. Names are made up. */
import { describe, expect, it } from 'vitest';
import { OfficialFormatError } from '../../../../src/compile/crosscheck/official-entry.ts';
import { entityNames } from '../../../../src/compile/crosscheck/read-ecfr.ts';
import { officialFormat, readOfficial } from '../../../../src/compile/crosscheck/read-official.ts';

const cslCsv = [
  '_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,alt_names',
  'a1,Entity List (EL) - Bureau of Industry and Security,,,,"Acme Optics Co., Ltd.",,"Room 1, CN",86 FR 60759,2021-11-04,,Acme Eye; ACME GUANGXUE',
  'a2,Specially Designated Nationals (SDN) - Treasury Department,48000,Entity,CYBER2,ACME SIGNAL A.D.,,,,,,""',
  'a3,Denied Persons List (DPL) - Bureau of Industry and Security,,,,SOMEONE ELSE,,,82 F.R. 1,2017-10-16,,',
].join('\r\n');

const cslJson = JSON.stringify({
  total: 1,
  results: [
    {
      source: 'Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department',
      entity_number: 33000,
      name: 'ACME VISION LIMITED',
      alt_names: ['ACME SHIJUE'],
      start_date: null,
    },
  ],
});

const sdnCsv =
  '36,"AERO ACME",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n48001,"DOE, Jane",individual,"CYBER2",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1970."\r\n\u001a\r\n';
const altCsv = '48001,99001,"aka","DOE, Janet Ann",-0- \r\n';
const consCsv = '30900,"ACME HOLDING GROUP",-0- ,"CMIC-EO13959",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n';

const ecfr = `<?xml version="1.0"?><ECFR><DIV5 N="744" TYPE="PART"><HEAD>PART 744</HEAD>
<DIV9 N="Supplement No. 4 to Part 744" TYPE="APPENDIX"><HEAD>Supplement No. 4 to Part 744—Entity List</HEAD>
<TABLE><THEAD><TR><TH>Country</TH><TH>Entity</TH></TR></THEAD><TBODY>
<TR><TD>ISRAEL</TD><TD>Acme Spy Ltd., <I>a.k.a.,</I> the following two aliases:<br/>—DF Acme Ltd.; <I>and</I><br/>—Acme Tech Ltd.<br/>21 Example Street, Tel Aviv, Israel.</TD><TD>For all items subject to the EAR. (See § 744.11 of the EAR)</TD><TD>Presumption of denial</TD><TD>86 FR 60759, 11/4/21. 87 FR 1, 1/2/22.</TD></TR>
<TR><TD/><TD>Acme Two GmbH, Room 5, Haifa, Israel.</TD><TD>All items</TD><TD>Denial</TD><TD>88 FR 18983, 3/30/23.</TD></TR>
</TBODY></TABLE></DIV9></DIV5></ECFR>`;

const eu = `<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-06-05T15:51:25.849+02:00" globalFileId="1">
<sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.1234.56" logicalId="1">
<regulation regulationType="amendment" organisationType="council" publicationDate="2023-07-20" entryIntoForceDate="2023-07-20" numberTitle="2023/1495 (OJ L183I)" programme="HR" logicalId="1"/>
<subjectType code="enterprise" classificationCode="E"/>
<nameAlias firstName="" middleName="" lastName="" wholeName="Acme &amp; Söhne OOO" function="" strong="true" logicalId="1"/>
<nameAlias firstName="" middleName="" lastName="" wholeName="Акме" function="" strong="true" logicalId="2"/>
</sanctionEntity></export>`;

const uk = [
  'Report Date: 21-Nov-2026,,,,,,,,',
  'Last Updated,Unique ID,OFSI Group ID,Name 6,Name 1,Name 2,Name type,Regime Name,Date Designated',
  '09/12/2025,CYB0070,17000,ACME GROUP LTD,,,Primary Name,Cyber,09/12/2025',
  '09/12/2025,CYB0070,17000,ACME GUANGXUE,,,Alias,Cyber,09/12/2025',
  '09/12/2025,CYB0071,17001,DOE,JANE,ANN,Primary Name,Cyber,09/12/2025',
].join('\n');

describe('officialFormat', () => {
  it.each([
    ['csl', cslCsv],
    ['csl', `\ufeff${cslCsv}`],
    ['csl', cslJson],
    ['ofac-parties', sdnCsv],
    ['ofac-names', altCsv],
    ['ecfr', ecfr],
    ['eu', eu],
    ['uk', uk],
  ])('tells %s by its content', (format, text) => {
    expect(officialFormat(text)).toBe(format);
  });

  it.each(['', 'id,name\n1,Acme', '<html><body>Not found</body></html>', '{"error": true}'])(
    'refuses “%s”',
    (text) => {
      expect(() => officialFormat(text)).toThrow(OfficialFormatError);
    },
  );
});

describe('readOfficial', () => {
  it('reads the Consolidated Screening List and leaves lists out that we do not follow', () => {
    expect(readOfficial([cslCsv])).toEqual([
      {
        list: 'Entity List',
        id: null,
        names: ['Acme Optics Co., Ltd.', 'Acme Eye', 'ACME GUANGXUE'],
        citation: '86 FR 60759',
        since: '2021-11-04',
      },
      { list: 'SDN List', id: '48000', names: ['ACME SIGNAL A.D.'], citation: null, since: null },
    ]);
    expect(readOfficial([cslJson])).toMatchObject([
      { list: 'NS-CMIC List', id: '33000', names: ['ACME VISION LIMITED', 'ACME SHIJUE'] },
    ]);
  });

  it('joins OFAC’s other names to their parties, in whatever order the files come', () => {
    const entries = readOfficial([altCsv, consCsv, sdnCsv]);
    expect(entries.map(({ list, id, names }) => [list, id, names])).toEqual([
      ['NS-CMIC List', '30900', ['ACME HOLDING GROUP']],
      ['SDN List', '36', ['AERO ACME']],
      ['SDN List', '48001', ['DOE, Jane', 'DOE, Janet Ann']],
    ]);
  });

  it('reads the Entity List from the eCFR, with aliases and the first citation', () => {
    const [first, second] = readOfficial([ecfr]);
    expect(first?.names).toEqual(expect.arrayContaining(['Acme Spy Ltd.', 'DF Acme Ltd.', 'Acme Tech Ltd']));
    expect(first?.citation).toBe('86 FR 60759');
    expect(second).toMatchObject({ list: 'Entity List', citation: '88 FR 18983' });
    expect(second?.names).toContain('Acme Two GmbH');
  });

  it('reads the EU’s list', () => {
    expect(readOfficial([eu])).toEqual([
      {
        list: 'EU sanctions list',
        id: 'EU.1234.56',
        names: ['Acme & Söhne OOO', 'Акме'],
        citation: '2023/1495 (OJ L183I)',
        since: '2023-07-20',
      },
    ]);
  });

  it('reads the UK’s list, one entry per Unique ID', () => {
    expect(readOfficial([uk])).toEqual([
      {
        list: 'UK Sanctions List',
        id: 'CYB0070',
        names: ['ACME GROUP LTD', 'ACME GUANGXUE'],
        citation: 'UK Sanctions List, CYB0070',
        since: '2025-12-09',
      },
      {
        list: 'UK Sanctions List',
        id: 'CYB0071',
        names: ['JANE ANN DOE'],
        citation: 'UK Sanctions List, CYB0071',
        since: '2025-12-09',
      },
    ]);
  });
});

describe('entityNames', () => {
  it('gives every beginning that can be the name', () => {
    expect(entityNames('Acme Optics Co., Ltd., Room 1905, Hong Kong.')).toEqual(
      expect.arrayContaining([
        'Acme Optics Co.',
        'Acme Optics Co., Ltd.',
        'Acme Optics Co., Ltd., Room 1905',
      ]),
    );
  });
});
