/** Official lists in the other forms that their authorities give them, and rows as odd as theirs. Names are made up. */
import { describe, expect, it } from 'vitest';
import { officialFormat, readOfficial } from '../../../../src/compile/crosscheck/read-official.ts';

const entityList = 'Entity List (EL) - Bureau of Industry and Security';
const brief = (...texts: string[]) =>
  readOfficial(texts).map(({ list, id, names, citation, since }) => [list, id, names, citation, since]);

describe('the Consolidated Screening List', () => {
  it('may hold rows in JSON in which all is null, and several names in one of the other names', () => {
    const none = { source: null, name: null, type: null, alt_names: null };
    const row = { source: entityList, name: 'Acme Eye', alt_names: ['ACME YAN; Acme Yanjing', null] };
    expect(brief(JSON.stringify({ results: [none, { ...none, source: entityList }, row] }))).toEqual([
      ['Entity List', null, ['Acme Eye', 'ACME YAN', 'Acme Yanjing'], null, null],
    ]);
  });

  it('names its list in an object in the JSON of the first years', () => {
    const source = { code: 'EL', full_name: entityList };
    expect(brief(JSON.stringify({ results: [{ source, name: 'Acme Eye', alt_names: [] }] }))).toEqual([
      ['Entity List', null, ['Acme Eye'], null, null],
    ]);
  });

  it('may be parted by tabs, with semicolons and commas in its cells', () => {
    const text = `source\tname\talt_names\tstart_date\r\n${entityList}\tAcme, Inc.\tB; C; D; E; F\t2021-11-04\r\n`;
    expect(brief(text)).toEqual([
      ['Entity List', null, ['Acme, Inc.', 'B', 'C', 'D', 'E', 'F'], null, '2021-11-04'],
    ]);
  });
});

describe('OFAC’s lists', () => {
  const rest = Array.from({ length: 8 }, () => '-0- ');

  it.each(['|', '@'])('may be parted by “%s”', (delimiter) => {
    const party = ['36', '"ACME, INC."', '-0- ', '"CYBER2"', ...rest].join(delimiter);
    const other = ['36', '12', '"aka"', '"ACME; EYE"', '-0- '].join(delimiter);
    expect(brief(`${party}\r\n`, `${other}\r\n`)).toEqual([
      ['SDN List', '36', ['ACME, INC.', 'ACME; EYE'], null, null],
    ]);
  });

  it('may hold quote marks within a quoted cell that are not doubled', () => {
    const rows = [
      ['36', '"ACME "EYE" COMPANY"', '-0- ', '"CYBER2"', ...rest],
      ['37', '"ACME TWO"', '-0- ', '"CYBER2"', ...rest],
    ].map((row) => row.join(','));
    expect(brief(rows.join('\r\n')).map(([, id, names]) => [id, names])).toEqual([
      ['36', ['ACME "EYE" COMPANY']],
      ['37', ['ACME TWO']],
    ]);
  });

  it('in XML hold the other names and the programmes', () => {
    const xml = `<?xml version="1.0" standalone="yes"?>
<sdnList xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">
<publshInformation><Publish_Date>11/21/2026</Publish_Date><Record_Count>2</Record_Count></publshInformation>
<sdnEntry><uid>30946</uid><lastName>ACME &amp; S&#246;HNE</lastName><sdnType>Entity</sdnType>
<programList><program>CYBER2</program><program>RUSSIA-EO14024</program></programList>
<akaList><aka><uid>1</uid><type>a.k.a.</type><category>strong</category><lastName>ACME EYE</lastName></aka></akaList>
<addressList><address><uid>2</uid><city>Acmetown</city></address></addressList></sdnEntry>
<sdnEntry><uid>48001</uid><firstName>Jane</firstName><lastName>DOE</lastName><sdnType>Individual</sdnType>
<programList><program>CYBER2</program></programList>
<akaList><aka><uid>3</uid><type>a.k.a.</type><firstName>Jane Ann</firstName><lastName>DOE</lastName></aka></akaList></sdnEntry>
</sdnList>`;
    expect(officialFormat(xml)).toBe('ofac-xml');
    expect(brief(xml)).toEqual([
      ['SDN List', '30946', ['ACME & S\u00f6HNE', 'ACME EYE'], null, null],
      ['SDN List', '48001', ['DOE, Jane', 'DOE, Jane Ann'], null, null],
    ]);
    const others = xml.replace(
      '<program>CYBER2</program><program>RUSSIA-EO14024</program>',
      '<program>CMIC-EO13959</program>',
    );
    expect(brief(others).map(([list, id]) => [list, id])).toEqual([['NS-CMIC List', '30946']]);
    expect(() => brief(xml.slice(0, -20))).toThrow('not a whole XML file');
  });

  it('in the advanced form of XML are refused by what they are', () => {
    expect(() => officialFormat('<?xml version="1.0"?><Sanctions><DateOfIssue/></Sanctions>')).toThrow(
      'sdn.xml',
    );
  });
});

describe('the EU’s list', () => {
  it('in CSV has rows for each name and address of a party', () => {
    const header =
      '\ufefffileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_DesignationDate;Entity_Remark;Entity_Regulation_PublicationDate;Entity_Regulation_NumberTitle;NameAlias_LastName;NameAlias_WholeName;Address_City';
    const rows = [
      '21/11/2026;13;EU.27.28;;"one, two; three";2023-07-20;"2023/1495 (OJ L183I)";;"Acme ""Eye"" OOO";',
      '21/11/2026;13;EU.27.28;;;2023-07-20;"2023/1495 (OJ L183I)";;Акме;',
      '21/11/2026;13;EU.27.28;;;2023-07-20;"2023/1495 (OJ L183I)";;;Acmetown',
      '21/11/2026;14;;2024-01-02;;2024-01-03;;;Acme Two;',
    ];
    expect(brief([header, ...rows].join('\r\n'))).toEqual([
      ['EU sanctions list', 'EU.27.28', ['Acme "Eye" OOO', 'Акме'], '2023/1495 (OJ L183I)', '2023-07-20'],
      ['EU sanctions list', null, ['Acme Two'], null, '2024-01-02'],
    ]);
  });

  it('in XML may write letters as numbers, lack a whole name and end with a remark', () => {
    const xml =
      '<export><sanctionEntity euReferenceNumber="EU.1.1"><regulation programme="CYB"/><nameAlias lastName="A"/><nameAlias wholeName="&#1040;&#x43A;&#1084;&#1077;"/></sanctionEntity></export>\n<!-- end -->\n';
    expect(brief(xml)).toEqual([['EU sanctions list', 'EU.1.1', ['Акме'], null, null]]);
  });
});

describe('the EU’s export in CSV of the first kind', () => {
  it('has its own columns, and the reference number not in each row', () => {
    const text =
      '\ufeffDate_file;Entity_logical_id;Subject_type;Leba_numtitle;Leba_publication_date;Programme;Naal_logical_id;Naal_wholename;Entity_logical_id;Addr_city;EU_ref_num\n' +
      '21/11/2026;7;E;833/2014 (OJ L229);2014-07-31;CYB;1;ACME GROUP;7;;\n' +
      '21/11/2026;7;E;833/2014 (OJ L229);2014-07-31;CYB;2;"ACME; GUANGXUE";7;;\n' +
      '21/11/2026;7;E;833/2014 (OJ L229);2014-07-31;CYB;;;7;Acmetown;EU.7.1\n';
    expect(officialFormat(text)).toBe('eu-table');
    expect(brief(text)).toEqual([
      ['EU sanctions list', 'EU.7.1', ['ACME GROUP', 'ACME; GUANGXUE'], '833/2014 (OJ L229)', '2014-07-31'],
    ]);
  });
});

describe('the UK’s list', () => {
  it('in XML has one element per party', () => {
    const xml = `<?xml version="1.0" encoding="utf-8"?><Designations><DateGenerated>21/11/2026</DateGenerated>
<Designation><LastUpdated>09/12/2025</LastUpdated><DateDesignated>09/12/2025</DateDesignated><UniqueID>CYB0070</UniqueID><OFSIGroupID>17000</OFSIGroupID>
<Names><Name><Name6>ACME GROUP LTD</Name6><NameType>Primary Name</NameType></Name><Name><Name6>ACME GUANGXUE</Name6><NameType>Alias</NameType></Name></Names>
<NonLatinNames><NonLatinName><NameNonLatinScript>\u0410\u041a\u041c\u0415</NameNonLatinScript></NonLatinName></NonLatinNames></Designation>
<Designation><DateDesignated>1/2/2024</DateDesignated><UniqueID>CYB0071</UniqueID>
<Names><Name><Name1>JANE</Name1><Name2>ANN</Name2><Name6>DOE</Name6></Name></Names><NonLatinNames/></Designation></Designations>`;
    expect(officialFormat(xml)).toBe('uk-xml');
    expect(brief(xml)).toEqual([
      [
        'UK Sanctions List',
        'CYB0070',
        ['ACME GROUP LTD', 'ACME GUANGXUE', '\u0410\u041a\u041c\u0415'],
        'UK Sanctions List, CYB0070',
        '2025-12-09',
      ],
      ['UK Sanctions List', 'CYB0071', ['JANE ANN DOE'], 'UK Sanctions List, CYB0071', '2024-02-01'],
    ]);
  });

  it('may have gone through a spreadsheet, which parts and dates in its own way', () => {
    const text =
      'Report Date: 21-Nov-2026;;;\nUnique ID;Name 6;Name 1;Date Designated\nCYB0070;ACME GROUP LTD;;2025-12-09\n';
    expect(brief(text)).toEqual([
      ['UK Sanctions List', 'CYB0070', ['ACME GROUP LTD'], 'UK Sanctions List, CYB0070', '2025-12-09'],
    ]);
  });
});

describe('the Code of Federal Regulations', () => {
  const cells = (tag: string) =>
    ['ISRAEL', 'Acme Spy Ltd., 21 Street', 'All items', 'Denial', '86 FR 60759, 11/4/21.']
      .map((cell) => `<${tag}>${cell}</${tag}>`)
      .join('');

  it('may write its marks as numbers', () => {
    const xml = `<DIV9 N="Supplement No. 4 to Part 744" TYPE="APPENDIX"><HEAD>Supplement No.&#xA0;4 to Part&#xA0;744&#x2014;Entity List</HEAD><TABLE><TR>${cells('TD')}</TR></TABLE></DIV9>`;
    expect(brief(xml)[0]?.[2]).toContain('Acme Spy Ltd.');
  });

  it('in its yearly edition has the supplement as an appendix', () => {
    const xml = `<CFRGRANULE><APPENDIX><EAR>Pt. 744, Supp. 4</EAR><HD SOURCE="HED">Supplement No. 4 to Part 744\u2014Entity List</HD><GPOTABLE><ROW>${cells('ENT')}</ROW></GPOTABLE></APPENDIX></CFRGRANULE>`;
    expect(brief(xml)).toMatchObject([
      ['Entity List', null, expect.arrayContaining(['Acme Spy Ltd.']), '86 FR 60759', null],
    ]);
  });

  it('saved as a web page is refused as one', () => {
    const page = '<!DOCTYPE html><html><body>Supplement No. 4 to Part 744</body></html>';
    expect(() => officialFormat(page)).toThrow('a web page');
  });
});
