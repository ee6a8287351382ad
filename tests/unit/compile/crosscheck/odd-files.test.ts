/** Official tables as they arrive in life: marks, line ends, preambles, other columns, torn and wrong files. Names are made up. */
import { describe, expect, it } from 'vitest';
import { OfficialFormatError } from '../../../../src/compile/crosscheck/official-entry.ts';
import { cslNames, rowsLeftOut } from '../../../../src/compile/crosscheck/read-csl.ts';
import { officialFormat, readOfficial } from '../../../../src/compile/crosscheck/read-official.ts';
import { decodeTable, tornAfter } from '../../../../src/compile/crosscheck/tables.ts';

const names = (...texts: string[]) =>
  readOfficial(texts).map((entry) => [entry.list, entry.id, ...entry.names]);

/** OFSI's own file: the day above the header, parties by Group ID, the FCDO's number in the remarks. */
const conList = [
  'Last Updated,21/11/2025',
  'Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Non-Latin Script Type,Non-Latin Script Language,DOB,Town of Birth,Country of Birth,Nationality,Passport Number,Passport Details,National Identification Number,National Identification Details,Position,Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,UK Sanctions List Date Designated,Last Updated,Group ID',
  '"DOE",Jane,Ann,,,,,,,,,,,,,,,,,,,,,,,,,"(UK Sanctions List Ref):CYB0071. (UK Statement of Reasons):Said one thing,\nand another.",Individual,Primary name,,Cyber,09/12/2025,09/12/2025,09/12/2025,17001',
  'ACME GROUP LTD,,,,,,,АКМЕ,,,,,,,,,,,,,,,,,,,,,Entity,Primary name,,Cyber,10/12/2025,,09/12/2025,17000',
  'ACME GUANGXUE,,,,,,,,,,,,,,,,,,,,,,,,,,,,Entity,AKA,,Cyber,10/12/2025,,09/12/2025,17000',
].join('\r\n');

const csl = (...rows: string[]) => rows.map((row) => `${row}\r\n`).join('');

describe('the UK’s two lists', () => {
  it('reads OFSI’s consolidated list, with the FCDO’s numbers where it has them', () => {
    expect(readOfficial([conList])).toEqual([
      {
        list: 'UK Sanctions List',
        id: 'CYB0071',
        names: ['Jane Ann DOE'],
        citation: 'UK Sanctions List, CYB0071',
        since: '2025-12-09',
      },
      {
        list: 'UK Sanctions List',
        id: 'OFSI 17000',
        names: ['ACME GROUP LTD', 'АКМЕ', 'ACME GUANGXUE'],
        citation: null,
        since: '2025-12-10',
      },
    ]);
  });

  it('reads the FCDO’s list without its first line, with columns in another order and new ones', () => {
    const fcdo = 'New Column,Name 1,Unique ID,Name 6,Date Designated\n,,CYB0070,ACME GROUP LTD,09/12/2025\n';
    expect(names(fcdo)).toEqual([['UK Sanctions List', 'CYB0070', 'ACME GROUP LTD']]);
  });

  it('may write a firm’s name, or half of it, where a person’s first names stand', () => {
    const head = 'Report Date: 29-Apr-2026\nUnique ID,Name 6,Name 1,Name 2,Designation Type\n';
    expect(
      names(
        `${head}CYB0070,ACME LTD,ACME LTD,,Entity\nCYB0071,WORKS,ACME,,Entity\nCYB0072,DOE,Jane,Ann,Individual\n`,
      ),
    ).toEqual([
      ['UK Sanctions List', 'CYB0070', 'ACME LTD ACME LTD', 'ACME LTD'],
      ['UK Sanctions List', 'CYB0071', 'ACME WORKS', 'ACME', 'WORKS'],
      ['UK Sanctions List', 'CYB0072', 'Jane Ann DOE'],
    ]);
  });
});

describe('the Consolidated Screening List', () => {
  const wanted = [['Entity List', null, 'Acme "Eye" Co., Ltd.', 'Acme Eye']];

  it('may have a mark, lines above its header, columns in another order and line ends in cells', () => {
    const text = csl(
      'alt_names,remarks,name,source',
      'Acme Eye,"two\r\nlines","Acme ""Eye"" Co., Ltd.",Entity List (EL) - Bureau of Industry and Security',
    );
    for (const file of [
      text,
      `\ufeff${text}`,
      `Downloaded 2026-11-21\r\n\r\n${text}`,
      text.replaceAll('\r\n', '\n'),
    ])
      expect(names(file)).toEqual(wanted);
  });

  it('may be cut off within a row: the rows before it count', () => {
    const text = csl(
      'source,name,alt_names',
      'Entity List (EL) - Bureau of Industry and Security,"Acme ""Eye"" Co., Ltd.",Acme Eye',
      'Entity List (EL) - Bureau of Industry and Security,"Acme Sig',
    );
    expect(names(text)).toEqual(wanted);
    expect(tornAfter(text)).toBe(2);
    expect(tornAfter(csl('source,name,alt_names'))).toBeNull();
    expect(() => names('"source,name,alt_names')).toThrow(OfficialFormatError);
  });

  it.each([
    ['Acme Works Ltd. (Acme)', ['Acme Works Ltd. (Acme)', 'Acme Works Ltd.']],
    ['Acme Ltd. (Acme).  Affiliated Entity: Acme Two', ['Acme Ltd.', 'Acme Two']],
    ['and Acme Vision', ['Acme Vision']],
    ['Acme Development Co., Ltd., and Acme Vision', ['Acme Development Co., Ltd.', 'Acme Vision']],
    ['Acme Command and Control', ['Acme Command and Control']],
  ])('names “%s” in the turns of the rule’s text', (cell, wantedNames) => {
    expect(cslNames(cell)).toEqual(expect.arrayContaining(wantedNames));
    expect(cslNames(cell)).not.toContain('Control');
  });

  it('may be one page of what a search found', () => {
    const row = { source: 'Entity List (EL) - Bureau of Industry and Security', name: 'Acme', alt_names: [] };
    expect(rowsLeftOut(JSON.stringify({ total: 3, offset: 0, results: [row] }))).toBe(2);
    expect(rowsLeftOut(JSON.stringify({ total: 1, results: [row] }))).toBe(0);
    expect(rowsLeftOut(JSON.stringify([row]))).toBe(0);
    expect(rowsLeftOut('source,name,alt_names')).toBe(0);
  });

  it('may be a bare list in JSON', () => {
    const row = {
      source: 'Entity List (EL) - Bureau of Industry and Security',
      name: 'Acme "Eye" Co., Ltd.',
      alt_names: ['Acme Eye'],
      new_field: 1,
    };
    expect(names(JSON.stringify([row]))).toEqual(wanted);
    expect(names(`\ufeff${JSON.stringify({ results: [row] })}`)).toEqual(wanted);
  });
});

describe('OFAC’s tables', () => {
  const party = (id: number, name: string, program: string) =>
    `${id},"${name}",-0- ,"${program}",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- `;

  it('follow of the lists other than the SDN List only the NS-CMIC List', () => {
    const others = [
      party(1, 'ACME VISION', 'CMIC-EO13959'),
      party(2, 'ACME BANK', 'UKRAINE-EO13662] [RUSSIA-EO14024'),
    ].join('\r\n');
    expect(names(others)).toEqual([['NS-CMIC List', '1', 'ACME VISION']]);
    expect(names(party(2, 'ACME BANK', 'UKRAINE-EO13662'))).toEqual([['SDN List', '2', 'ACME BANK']]);
  });

  it('may carry a header that someone put in front', () => {
    expect(names(`ent_num,SDN_Name,SDN_Type,Program\r\n${party(1, 'ACME', 'CYBER2')}\r\n`)).toEqual([
      ['SDN List', '1', 'ACME'],
    ]);
  });

  it('may have its empty fields and numbers within quotes, with spaces', () => {
    expect(names('"1 "," ACME ","-0- ","CYBER2","-0- "\r\n\u001a')).toEqual([['SDN List', '1', 'ACME']]);
  });

  it('are in Windows-1252', () => {
    const bytes = Buffer.from(party(1, 'S\u00d6HNE', 'CYBER2'), 'latin1');
    expect(names(decodeTable(bytes))).toEqual([['SDN List', '1', 'S\u00d6HNE']]);
    expect(decodeTable(Buffer.from('\ufeffSöhne', 'utf16le'))).toBe('Söhne');
    expect(decodeTable(Buffer.from('Söhne'))).toBe('Söhne');
  });

  it('of addresses, of remarks, and of other names alone are refused by what they are', () => {
    expect(() => officialFormat('36,25,"Acme Street 1","Havana","Cuba",-0- ')).toThrow('addresses');
    expect(() => officialFormat('36,"more remarks"')).toThrow('remarks');
    expect(() => readOfficial(['36,12,"aka","ACME",-0- '])).toThrow('give sdn.csv');
  });
});

describe('a wrong file', () => {
  it.each([
    ['a packed or Excel file', [0x50, 0x4b, 0x03, 0x04]],
    ['a packed file', [0x1f, 0x8b, 0x08]],
    ['an old Excel file', [0xd0, 0xcf, 0x11, 0xe0]],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ])('that is %s is named as no table', (_, bytes) => {
    expect(() => decodeTable(Uint8Array.from(bytes))).toThrow('save the table as CSV');
  });

  it.each([
    ['an empty one', '', 'empty'],
    ['one of spaces', ' \r\n ', 'empty'],
    ['a mark alone', '\ufeff', 'empty'],
    ['a web page', '<!DOCTYPE html><html><body>Error</body></html>', 'web page'],
    ['other XML', '<?xml version="1.0"?><CONSOLIDATED_LIST/>', 'neither'],
    ['other JSON', '{"error": 404}', 'not the Consolidated Screening List'],
    ['torn JSON', '{"results": [{"source": "x", "alt_names": ', 'not a whole JSON file'],
    ['a table of something else', 'id,name\n1,Acme', 'none of the tables'],
    ['a table of prices', 'Date,Open,High,Low\n2004-04-08,11,11,11', 'none of the tables'],
    [
      'torn XML',
      '<?xml version="1.0"?><export xmlns="http://eu.europa.ec/fpi/fsd/export"><sanctionEntity euReferenceNumber="EU.1.1"><nameAlias wholeName="A"/>',
      'not a whole XML file',
    ],
    ['a header alone, without the columns', 'source,name\nEntity List (EL),Acme', 'none of the tables'],
  ])('is refused: %s', (_what, text, why) => {
    expect(() => readOfficial([text])).toThrow(OfficialFormatError);
    expect(() => readOfficial([text])).toThrow(why);
  });
});
