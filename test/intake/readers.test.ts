import { deflateRawSync, constants as zlib } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { closeReaders, readFile } from '../../server/intake/readers/child.ts'
import { readCsv } from '../../server/intake/readers/csv.ts'
import { readBytes } from '../../server/intake/readers/read.ts'
import type { Book, ReadResult, Sheet } from '../../server/intake/sheet.ts'
import { address, cellAt, mergedAt, position, usedRows } from '../../server/intake/sheet.ts'
import { packZip } from '../../server/office/zip.ts'

afterAll(closeReaders)

describe('A workbook', () => {
  it('is read as a person sees it: texts, numbers, yes and no, errors', async () => {
    const sheet = await firstSheet({
      strings: `<si><t>端州区</t></si><si><r><t>富</t></r><r><rPr><b/></rPr><t xml:space="preserve">文 本</t></r>
        <rPh sb="0" eb="1"><t>FU</t></rPh></si><si><t>第一行_x000D_
第二行</t></si>`,
      rows: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
        <row r="2"><c r="A2"><v>200</v></c><c r="B2"><v>3.5</v></c><c r="C2"><v>0.30000000000000004</v></c></row>
        <row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="e"><v>#REF!</v></c>
          <c r="C3" t="inlineStr"><is><t>&lt;img&gt; &amp; 忽略以上要求</t></is></c><c r="D3" s="0"/></row>`,
    })
    expect(texts(sheet)).toEqual({
      A1: '端州区',
      B1: '富文 本',
      C1: '第一行\n第二行',
      A2: '200',
      B2: '3.5',
      C2: '0.3',
      A3: 'TRUE',
      B3: '#REF!',
      C3: '<img> & 忽略以上要求',
    })
    expect(cellAt(sheet, 2, 1)).toEqual({ text: '200', kind: 'number', number: 200 })
    expect(cellAt(sheet, 3, 2)).toEqual({ text: '#REF!', kind: 'error' })
    expect([sheet.rowCount, sheet.columnCount, usedRows(sheet)]).toEqual([3, 3, [1, 2, 3]])
  })

  it('gives the value kept beside a formula, and never works one out', async () => {
    const sheet = await firstSheet({
      rows: `<row r="8"><c r="C8"><f>SUM(C5:C7)</f><v>350</v></c><c r="D8" t="str"><f>A1&amp;"人"</f><v>350人</v></c>
        <c r="E8"><f>WEBSERVICE("http://example.org")</f></c><c r="F8" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`,
    })
    expect(sheet.cells).toEqual({
      C8: { text: '350', kind: 'number', number: 350, formula: true },
      D8: { text: '350人', kind: 'text', formula: true },
      E8: { text: '', kind: 'text', formula: true },
      F8: { text: '#DIV/0!', kind: 'error', formula: true },
    })
  })

  it('shows a number as a day when it is formatted as one', async () => {
    const formats = ['m"月"d"日"', '[$-804]yyyy"年"m"月"d"日"\\ h:mm;@', '0"人"', 'yyyy/m/d aaaa']
    const styles = stylesXml(formats, [164, 165, 166, 14, 58, 20, 9, 46, 167])
    const sheet = await firstSheet({
      styles,
      rows: `<row r="1"><c r="A1" s="0"><v>43529</v></c><c r="B1" s="1"><v>43529.8125</v></c><c r="C1" s="2"><v>200</v></c>
        <c r="D1" s="3"><v>43529</v></c><c r="E1" s="4"><v>43529</v></c><c r="F1" s="5"><v>0.375</v></c>
        <c r="G1" s="6"><v>0.5</v></c><c r="H1" s="7"><v>1.5</v></c><c r="I1" s="8"><v>43529</v></c></row>`,
    })
    expect(texts(sheet)).toEqual({
      A1: '3月5日',
      B1: '2019年3月5日 19:30',
      C1: '200',
      D1: '2019/3/5',
      E1: '3月5日',
      F1: '9:00',
      G1: '50%',
      H1: '36:00:00',
      I1: '2019/3/5 星期二',
    })
    const dates = Object.entries(sheet.cells).map(([place, { date }]) => [place, date])
    expect(Object.fromEntries(dates)).toEqual({
      A1: '2019-03-05',
      B1: '2019-03-05T19:30',
      D1: '2019-03-05',
      E1: '2019-03-05',
      I1: '2019-03-05',
    })
    expect(sheet.cells.A1).toMatchObject({ kind: 'number', number: 43529, format: 'm"月"d"日"' })
  })

  it('counts days from 1904 when it says so', async () => {
    const sheet = await firstSheet({
      properties: '<workbookPr date1904="1"/>',
      styles: stylesXml([], [14]),
      rows: '<row r="1"><c r="A1" s="0"><v>42067</v></c></row>',
    })
    expect(sheet.cells.A1).toMatchObject({ text: '2019/3/5', date: '2019-03-05', number: 42067 })
  })

  it('shows a long number as Excel does, its last digits lost', async () => {
    const sheet = await firstSheet({
      rows: `<row r="1"><c r="A1"><v>5.14412199001011E+17</v></c><c r="B1"><v>13800138000</v></c>
        <c r="C1"><v>0.0000001</v></c></row>`,
    })
    expect(texts(sheet)).toEqual({ A1: '5.14412E+17', B1: '13800138000', C1: '0.0000001' })
  })

  it('keeps the order of its sheets, and tells what is hidden and merged', async () => {
    const result = await readBytes(
      await workbook({
        sheets:
          '<sheet name="乙" sheetId="7" r:id="rId2"/><sheet name="甲" sheetId="4000000000" state="hidden" r:id="rId1"/>',
        before:
          '<cols><col min="3" max="3" hidden="1"/><col min="9" max="16384" hidden="1"/></cols>',
        rows: `<row r="1"><c r="A1"><v>1</v></c></row><row r="6" hidden="1"><c r="D6"><v>2</v></c></row>
          <row r="7" hidden="1"><c r="D7"><v>2</v></c></row><row r="9"><c r="D9"><v>3</v></c></row>`,
        after: '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="B6:B9"/></mergeCells>',
      }),
      '统计表.xlsx',
    )
    const { sheets } = bookOf(result)
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['乙', false],
      ['甲', true],
    ])
    const sheet = sheets[1] as Sheet
    expect([sheet.hiddenRows, sheet.hiddenColumns]).toEqual([[6, 7], [3]])
    expect(mergedAt(sheet, 8, 2)).toEqual({ top: 6, left: 2, bottom: 9, right: 2 })
    expect(mergedAt(sheet, 1, 4)).toEqual({ top: 1, left: 1, bottom: 1, right: 4 })
    expect(mergedAt(sheet, 2, 1)).toBeUndefined()
    expect(remarksOf(result)).toEqual([
      { code: 'W_HIDDEN', detail: { sheet: '甲', whole: 'true', rows: '6-7', columns: 'C' } },
    ])
  })

  it('with two filled sheets is remarked on; an empty one is not counted', async () => {
    const result = await readBytes(
      await workbook({
        sheets:
          '<sheet name="统计表" r:id="rId1"/><sheet name="统计表 (2)" r:id="rId1"/><sheet name="Sheet3" r:id="rId2"/>',
        rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
      }),
      'a.xlsx',
    )
    expect(remarksOf(result)).toEqual([{ code: 'W_EXTRA_SHEET', detail: { n: '2' } }])
  })

  it('has its pictures counted, those over the cells and those in them', async () => {
    const sheet = await firstSheet({
      rows: `<row r="1"><c r="A1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c></row>`,
      after: '<drawing r:id="rId1"/>',
      extra: {
        'xl/worksheets/_rels/sheet1.xml.rels': relationsXml([['drawing', '../drawings/d1.xml']]),
        'xl/drawings/d1.xml': `<xdr:wsDr xmlns:xdr="urn:x"><xdr:oneCellAnchor><xdr:pic/></xdr:oneCellAnchor>
          <xdr:twoCellAnchor><xdr:grpSp><xdr:pic/><xdr:sp/></xdr:grpSp></xdr:twoCellAnchor></xdr:wsDr>`,
      },
    })
    expect([sheet.pictures, sheet.cells]).toEqual([3, {}])
  })

  it('may leave out the addresses of its cells, and use a prefix', async () => {
    const sheet = await firstSheet({
      sheet: `<x:worksheet xmlns:x="urn:main"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>
        <x:row><x:c t="inlineStr"><x:is><x:t>三</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
    })
    expect(texts(sheet)).toEqual({ A1: '1', B1: '2', A2: '三' })
  })
})

describe('An address', () => {
  it('is made of letters and a number, and read back', () => {
    expect(address(12, 27)).toBe('AA12')
    expect(position('AA12')).toEqual({ row: 12, column: 27 })
    expect(position('XFD1048576')).toEqual({ row: 1048576, column: 16384 })
    expect(() => position('12')).toThrow("'12' is not the address of a cell")
  })
})

describe('A text file', () => {
  it('in GB18030 keeps its rare characters: 塘㙍镇', () => {
    const bytes = Buffer.from(
      'd0f2bac52cbbeeb6afc3fbb3c62cb5d8b5e30a312cc7e5bde0bcd2d4b02cccc18230ab33d5f20a',
      'hex',
    )
    const book = readCsv(bytes, '活动')
    expect([book.format, book.encoding]).toEqual(['csv', 'gb18030'])
    expect(texts(book.sheets[0])).toMatchObject({ A1: '序号', B2: '清洁家园', C2: '塘㙍镇' })
    expect(book.sheets[0]?.name).toBe('活动')
  })

  it('loses its byte order mark, not its first header', async () => {
    const book = await readText('\uFEFF序号,人次\r\n0012,"约 200 人"\r\n')
    expect(texts(book.sheets[0])).toEqual({ A1: '序号', B1: '人次', A2: '0012', B2: '约 200 人' })
    expect(book.sheets[0]?.cells.A2).toEqual({ text: '0012', kind: 'text' })
  })

  it('may be Excel’s “Unicode text”: UTF-16 with tabs', async () => {
    const bytes = Buffer.from('\uFEFF序号\t活动名称\r\n1\t清洁，植树\r\n', 'utf16le')
    const result = await readBytes(bytes, 'a.txt')
    expect([bookOf(result).format, bookOf(result).encoding]).toEqual(['tsv', 'utf-16le'])
    expect(texts(bookOf(result).sheets[0])).toMatchObject({ B1: '活动名称', B2: '清洁，植树' })
    expect(remarksOf(result)).toEqual([])
  })

  it('keeps line breaks inside a cell in that cell, whatever ends its lines', async () => {
    const book = await readText('名称,数\n"清洁家园\r\n（第一场）",20\r\n"a ""b"" c",3\r')
    expect(texts(book.sheets[0])).toEqual({
      A1: '名称',
      B1: '数',
      A2: '清洁家园\n（第一场）',
      B2: '20',
      A3: 'a "b" c',
      B3: '3',
    })
  })

  it.each([
    ['semicolons', '序号;活动;人次\n1;清洁, 植树;20\n'],
    ['full-width commas', '序号，活动，人次\n1，清洁, 植树，20\n'],
    ['tabs', '统计表\n序号\t活动\t人次\n1\t清洁, 植树\t20\n'],
  ])('may part its cells by %s', async (_, text) => {
    const sheet = (await readText(text)).sheets[0] as Sheet
    expect(cellAt(sheet, sheet.rowCount, 2)?.text).toBe('清洁, 植树')
    expect(cellAt(sheet, sheet.rowCount, 3)?.text).toBe('20')
  })

  it('may have ten thousand columns and lines of different length', async () => {
    const book = await readText(`标题\n\n${'值,'.repeat(9_999)}末\n`)
    expect(book.sheets[0]).toMatchObject({ rowCount: 3, columnCount: 10_000 })
    expect(book.sheets[0]?.cells.NTP3?.text).toBe('末')
  })

  it.each([
    [
      'UTF-8 once read as GBK (濉姤鍗曚綅)',
      Buffer.from('濉姤鍗曚綅,娲诲姩鍚嶇О\n1,2\n'),
      'R_ENCODING',
    ],
    ['UTF-8 once read as Latin-1', Buffer.from('å¡«æŠ¥å�•ä½�,æ´»åŠ¨\n'), 'R_ENCODING'],
    ['lost characters', Buffer.from('���� , ����,名称\n'), 'R_ENCODING'],
    [
      'a UTF-8 file cut inside a character',
      Buffer.from('填报单位,活动名称').subarray(0, -1),
      'R_ENCODING',
    ],
    ['zero bytes', Buffer.from('a,b\n1,\0\n'), 'R_FORMAT'],
    ['a quotation mark that is never closed', Buffer.from('a,b\n1,"2\n3,4\n'), 'R_FORMAT'],
    ['a stray quotation mark', Buffer.from('a,b\n1,2"3\n'), 'R_FORMAT'],
    ['nothing at all', Buffer.from(''), 'R_FORMAT'],
    ['a web page', Buffer.from('\n<!DOCTYPE html><p>请先登录</p>'), 'R_FORMAT'],
    ['two million cells', Buffer.from(`${','.repeat(1_999)}\n`.repeat(1_000)), 'R_TOO_LARGE'],
    ['a million empty columns', Buffer.from(`a${','.repeat(1_000_000)}`), 'R_TOO_LARGE'],
    ['a line of nine million characters', Buffer.alloc(9_000_000, 'x'), 'R_TOO_LARGE'],
    ['more than 20 MB', Buffer.alloc(20 * 1024 * 1024 + 1, 'x'), 'R_TOO_LARGE'],
  ])('is refused for %s', async (_, bytes, code) => {
    expect(refusalOf(await quick(readBytes(bytes, 'a.csv'))).code).toBe(code)
  })

  it('is not taken for garbled because of degrees, accents or one lost character', async () => {
    const text =
      'name,place\nCafé Müller,23°05′N ±3 m²\nDéjà vu,112°27′E · ×2\n塘\uFFFD镇志愿服务站,阿卜杜·买买提\n'
    expect((await readText(text)).sheets[0]?.cells.A4?.text).toBe('塘\uFFFD镇志愿服务站')
  })

  it('that is refused for a quotation mark says in which line', async () => {
    const result = await readBytes(Buffer.from('a,b\n1,2\n3,4"5\n'), 'a.csv')
    expect(refusalOf(result).detail).toMatchObject({ reason: 'csv-quote', line: '3' })
  })
})

describe('What a file is', () => {
  it('is told by its content; a wrong name is remarked on', async () => {
    const result = await readBytes(await workbook({}), '统计表.xls')
    expect(bookOf(result).format).toBe('xlsx')
    expect(remarksOf(result)).toEqual([
      { code: 'W_FILE_TYPE', detail: { value: 'xlsx', raw: '.xls' } },
    ])
  })

  it('may be JSON, or GeoJSON, which is handed on as text', async () => {
    const stations = '{"type":"FeatureCollection","features":[]}'
    expect(await readText(stations)).toMatchObject({
      format: 'geojson',
      text: stations,
      sheets: [],
    })
    expect(await readText('{"a":1}')).toMatchObject({ format: 'json', text: '{"a":1}' })
    const broken = await readBytes(Buffer.from('{"a":'), 'a.json')
    expect(refusalOf(broken)).toMatchObject({ code: 'R_FORMAT', detail: { reason: 'json' } })
  })

  const ole = (stream: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(stream, 'utf16le'),
    ])
  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'a.xlsx', 'R_SCAN', 'PDF'],
    ['a photo', Buffer.from('ffd8ffe000104a46', 'hex'), 'a.jpg', 'R_SCAN', 'JPEG'],
    ['a phone’s photo', Buffer.from('\0\0\0\x24ftypheic'), 'a.heic', 'R_SCAN', 'HEIC'],
    ['a scan', Buffer.from('49492a0008000000', 'hex'), 'a.tif', 'R_SCAN', 'TIFF'],
    ['a RAR archive', Buffer.from('Rar!\x1a\x07\x01\0'), 'a.rar', 'R_FORMAT', 'rar'],
    ['a 7z archive', Buffer.from('377abcaf271c0004', 'hex'), 'a.7z', 'R_FORMAT', '7z'],
    ['a gzip archive', Buffer.from('1f8b080000000000', 'hex'), 'a.gz', 'R_FORMAT', 'gz'],
    ['old Word', ole('WordDocument'), 'a.doc', 'R_DOC', '.doc'],
    ['WPS Writer', ole('WordDocument'), 'a.wps', 'R_FORMAT', '.wps'],
    ['a broken old workbook', ole('Workbook'), 'a.xls', 'R_FORMAT', '.xls'],
    ['a workbook with a password', ole('EncryptedPackage'), 'a.xlsx', 'R_ENCRYPTED', '.xlsx'],
  ])('is refused when it is %s', async (_, bytes, name, code, raw) => {
    expect(refusalOf(await readBytes(bytes, name))).toMatchObject({ code, detail: { raw } })
  })

  it.each([
    ['a document and a workbook', { 'word/a.xml': '', 'xl/a.xml': '' }, 'R_FORMAT', '.xlsx'],
    ['OpenDocument', { mimetype: 'x', 'content.xml': '<a/>' }, 'R_FORMAT', '.ods'],
    ['an OFD page', { 'OFD.xml': '<a/>' }, 'R_SCAN', 'OFD'],
    ['a binary workbook', { 'xl/workbook.bin': 'x' }, 'R_FORMAT', '.xlsb'],
    ['photos packed with a form', { '表.xlsx': 'x', '1.jpg': 'x' }, 'R_FORMAT', 'zip'],
  ])('is refused when it is %s', async (_, parts, code, raw) => {
    const bytes = await packZip(Object.entries(parts))
    expect(refusalOf(await readBytes(bytes, 'a.xlsx'))).toMatchObject({ code, detail: { raw } })
  })

  it('if it is refused, is refused with what to do, and only what can be done', async () => {
    const sheets = await packZip(Object.entries({ mimetype: 'x', 'content.xml': '<a/>' }))
    expect(refusalOf(await readBytes(sheets, '统计表.ods')).detail).toMatchObject({
      zh: '不读取此格式，请在 WPS 或 Office 中另存为 .xlsx 或 .docx 后再报送',
      en: 'This format is not read: save it as .xlsx or .docx in WPS or Office and send that',
    })
    expect(refusalOf(await readBytes(ole('WordDocument'), '附件1.doc')).detail.zh).toBe(
      '旧版 Word（.doc）不读取，请在 WPS 或 Word 中另存为 .docx 后再报送',
    )
  })
})

describe('A hostile workbook', () => {
  const cell = '<c r="A1"><v>1</v></c>'
  const macroType = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'
  const good = { 'xl/media/a.png': 'x' }

  it.each<[string, Promise<Buffer> | Buffer, string, string]>([
    [
      'a row 900000000',
      workbook({ rows: '<row r="900000000"><c r="A900000000"><v>1</v></c></row>' }),
      'R_TOO_LARGE',
      'row',
    ],
    [
      'a column past XFD',
      workbook({ rows: '<row r="1"><c r="XFE1"><v>1</v></c></row>' }),
      'R_TOO_LARGE',
      'column',
    ],
    ['a DOCTYPE with laughs', workbook({ strings: '', doctype: laughs() }), 'R_FORMAT', 'doctype'],
    [
      'a DOCTYPE that reads files',
      workbook({
        strings: '<si><t>&e;</t></si>',
        doctype: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
      }),
      'R_FORMAT',
      'doctype',
    ],
    [
      'an entity nobody declared',
      workbook({ strings: '<si><t>&e;</t></si>' }),
      'R_FORMAT',
      'damaged',
    ],
    [
      'tags 300 deep',
      workbook({ rows: '<a>'.repeat(300) + '</a>'.repeat(300) }),
      'R_TOO_LARGE',
      'depth',
    ],
    [
      'a text of 40 000 characters',
      workbook({ strings: `<si><t>${'字'.repeat(40_000)}</t></si>` }),
      'R_TOO_LARGE',
      'text',
    ],
    [
      'one long text shown by 1 000 cells',
      workbook({
        strings: `<si><t>${'字'.repeat(32_000)}</t></si>`,
        rows: `<row r="1">${'<c t="s"><v>0</v></c>'.repeat(1_000)}</row>`,
      }),
      'R_TOO_LARGE',
      'characters',
    ],
    [
      '30 000 merged areas',
      workbook({
        rows: `<row r="1">${cell}</row>`,
        after: `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(30_000)}</mergeCells>`,
      }),
      'R_TOO_LARGE',
      'merges',
    ],
    [
      'the same cell twice',
      workbook({ rows: `<row r="1">${cell}${cell}</row>` }),
      'R_FORMAT',
      'damaged',
    ],
    ['a macro', workbook({ extra: { 'xl/vbaProject.bin': 'x' } }), 'R_MACRO', 'macro'],
    [
      'an old macro sheet',
      workbook({ extra: { 'xl/macrosheets/sheet1.xml': '<a/>' } }),
      'R_MACRO',
      'macro',
    ],
    ['macros by its content type (.xlsm)', workbook({ type: macroType }), 'R_MACRO', 'macro'],
    [
      'links to other files',
      workbook({ extra: { 'xl/externalLinks/externalLink1.xml': '<a/>' } }),
      'R_FORMAT',
      'external-links',
    ],
    [
      'a file inside it',
      workbook({ extra: { 'xl/embeddings/oleObject1.bin': 'x' } }),
      'R_FORMAT',
      'embedded',
    ],
    [
      '1.5 GB in 1.5 MB',
      rawZip([{ name: 'xl/workbook.xml', packed: bomb(), size: 1_500_000_000 }]),
      'R_TOO_LARGE',
      'inflated',
    ],
    [
      '50 MB in 50 kB',
      rawZip([{ name: 'xl/workbook.xml', packed: deflateRawSync(Buffer.alloc(50e6)), size: 50e6 }]),
      'R_TOO_LARGE',
      'ratio',
    ],
    [
      'a bomb that says it is small',
      rawZip([
        { name: 'xl/a', data: 'x' },
        { name: '[Content_Types].xml', packed: bomb(), size: 1_000 },
      ]),
      'R_TOO_LARGE',
      'lying-size',
    ],
    [
      'a part smaller than it says',
      rawZip([
        { name: 'xl/a', data: 'x' },
        { name: '[Content_Types].xml', packed: deflateRawSync('<a/>'), size: 9 },
      ]),
      'R_FORMAT',
      'damaged',
    ],
    [
      'a wrong checksum',
      rawZip([
        { name: 'xl/a', data: 'x' },
        { name: '[Content_Types].xml', data: '<a/>', crc: 1 },
      ]),
      'R_FORMAT',
      'damaged',
    ],
    [
      'the same part twice',
      rawZip([
        { name: 'xl/a.xml', data: 'x' },
        { name: 'XL/A.xml', data: 'y' },
      ]),
      'R_FORMAT',
      'duplicate-name',
    ],
    [
      'a part called ../../etc/passwd',
      rawZip([{ name: '../../etc/passwd', data: 'x' }]),
      'R_FORMAT',
      'unsafe-name',
    ],
    [
      'a part called /etc/passwd',
      rawZip([{ name: '/etc/passwd', data: 'x' }]),
      'R_FORMAT',
      'unsafe-name',
    ],
    [
      'an encrypted part',
      rawZip([{ name: 'xl/workbook.xml', data: 'x'.repeat(20), flags: 1, size: 8 }]),
      'R_ENCRYPTED',
      'encrypted',
    ],
    [
      'parts that share their bytes',
      rawZip([
        { name: 'xl/a', data: 'xxxx' },
        { name: 'xl/b', data: 'xxxx', at: 0 },
      ]),
      'R_FORMAT',
      'overlap',
    ],
    [
      '65 535 parts',
      rawZip(Array.from({ length: 65_535 }, (_, i) => ({ name: `xl/${i}`, data: '' }))),
      'R_TOO_LARGE',
      'entries',
    ],
    [
      '201 parts',
      packZip(Array.from({ length: 201 }, (_, i) => [`xl/${i}`, 'x'] as const)),
      'R_TOO_LARGE',
      'entries',
    ],
    ['no end', workbook({}).then((bytes) => bytes.subarray(0, -30)), 'R_FORMAT', 'damaged'],
    [
      'a page that is not there',
      workbook({ sheets: '<sheet name="a" r:id="rId9"/>' }),
      'R_FORMAT',
      'damaged',
    ],
  ])('with %s is refused at once', async (_, bytes, code, reason) => {
    const result = await quick(readFile(await bytes, 'a.xlsx'))
    expect(refusalOf(result)).toMatchObject({ code, detail: { reason } })
  })

  it.each([
    ['sheetId 4000000000', { sheets: '<sheet name="a" sheetId="4000000000" r:id="rId1"/>' }],
    ['a dimension of A1:XFD1048576', { before: '<dimension ref="A1:XFD1048576"/>' }],
    [
      'a rule over A1:XFD1048576',
      {
        after:
          '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
      },
    ],
    [
      'a merge over A1:XFD1048576',
      { after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' },
    ],
    ['a picture’s part that is never read', { extra: good }],
  ])('with %s does no harm', async (_, parts) => {
    const bytes = await workbook({ rows: `<row r="1">${cell}</row>`, ...parts })
    const sheet = bookOf(await quick(readFile(bytes, 'a.xlsx'))).sheets[0] as Sheet
    expect([texts(sheet), sheet.rowCount, sheet.columnCount]).toEqual([{ A1: '1' }, 1, 1])
  })

  it('with a cell at XFD1048576 costs no more than that cell', async () => {
    const bytes = await workbook({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' })
    const sheet = bookOf(await quick(readFile(bytes, 'a.xlsx'))).sheets[0] as Sheet
    expect([texts(sheet), usedRows(sheet)]).toEqual([{ XFD1048576: '1' }, [1048576]])
  })
})

describe('The reading process', () => {
  it('ends when a file takes too long, and the next file is read', async () => {
    const slow = await workbook({ rows: manyRows(30_000) })
    expect(refusalOf(await readFile(slow, 'a.xlsx', { timeoutMs: 20 }))).toEqual({
      code: 'R_TOO_LARGE',
      detail: { reason: 'time', limit: '20 ms' },
    })
    expect(bookOf(await readFile(await workbook({}), 'a.xlsx')).format).toBe('xlsx')
  })

  it('ends when a file takes too much memory, and the next file is read', async () => {
    const large = await workbook({ rows: manyRows(20_000) })
    const refusal = refusalOf(await readFile(large, 'a.xlsx', { memoryMb: 40 }))
    expect(refusal).toMatchObject({ code: 'R_TOO_LARGE', detail: { reason: 'memory' } })
    expect(bookOf(await readFile(await workbook({}), 'a.xlsx')).format).toBe('xlsx')
  })

  it('reads several files at once, each for itself', async () => {
    const names = ['甲', '乙', '丙', '丁', '戊']
    const results = await Promise.all(
      names.map((name) => readFile(Buffer.from(`名称,数\n${name},1\n`), `${name}.csv`)),
    )
    expect(results.map((result) => bookOf(result).sheets[0]?.cells.A2?.text)).toEqual(names)
  })

  it('leaves our own memory small whatever comes in', async () => {
    const before = process.memoryUsage().rss
    const bytes = rawZip([
      { name: 'xl/a', data: 'x' },
      { name: '[Content_Types].xml', packed: bomb(), size: 99e6 },
    ])
    for (let i = 0; i < 5; i++) await readFile(bytes, 'a.xlsx')
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6)
  })
})

// What follows builds the files.

interface Pieces {
  readonly rows?: string
  readonly before?: string
  readonly after?: string
  readonly strings?: string
  readonly doctype?: string
  readonly styles?: string
  readonly properties?: string
  readonly sheets?: string
  readonly sheet?: string
  readonly type?: string
  readonly extra?: Record<string, string>
}

/** A workbook as an office would send it, with some of its pieces replaced; its second page is empty. */
function workbook(pieces: Pieces): Promise<Buffer> {
  const { rows = '', before = '', after = '', strings, doctype = '', properties = '' } = pieces
  const { type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' } =
    pieces
  const { sheets = '<sheet name="统计表" sheetId="1" r:id="rId1"/>', extra = {}, styles } = pieces
  const page = `<worksheet xmlns="urn:main" xmlns:r="urn:r">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
  const parts = {
    '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels': relationsXml([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns:r="urn:r">${properties}<sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsXml([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', '/xl/worksheets/sheet2.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    ...(strings !== undefined && { 'xl/sharedStrings.xml': `${doctype}<sst>${strings}</sst>` }),
    ...(styles !== undefined && { 'xl/styles.xml': styles }),
    'xl/worksheets/sheet1.xml': pieces.sheet ?? page,
    'xl/worksheets/sheet2.xml': '<worksheet><sheetData/></worksheet>',
    ...extra,
  }
  return packZip(Object.entries(parts))
}

function relationsXml(targets: readonly (readonly [string, string])[]): string {
  const lines = targets.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="urn:x/${type}" Target="${target}"/>`,
  )
  return `<Relationships>${lines.join('')}</Relationships>`
}

/** `codes` become the formats 164, 165 …; `ids` are the formats of styles 0, 1 … */
function stylesXml(codes: readonly string[], ids: readonly number[]): string {
  const formats = codes.map((code, i) => {
    const escaped = code.replaceAll('"', '&quot;')
    return `<numFmt numFmtId="${164 + i}" formatCode="${escaped}"/>`
  })
  const styles = ids.map((id) => `<xf numFmtId="${id}"/>`)
  return `<styleSheet><numFmts>${formats.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
    <cellXfs>${styles.join('')}</cellXfs></styleSheet>`
}

function manyRows(count: number): string {
  const row = '<c><v>1</v></c><c t="inlineStr"><is><t>清洁家园</t></is></c><c><v>2</v></c>'.repeat(
    5,
  )
  return `<row>${row}</row>`.repeat(count)
}

function laughs(): string {
  const lines = 'bcdefghij'.split('').map((name, i) => {
    const before = `&${'abcdefghi'[i]};`
    return `<!ENTITY ${name} "${before.repeat(10)}">`
  })
  return `<!DOCTYPE x [<!ENTITY a "ha">${lines.join('')}]>`
}

/** 1.5 MB that inflate to 1.5 GB: one packed block of zeros, 150 times. */
function bomb(): Buffer {
  const block = deflateRawSync(Buffer.alloc(10_000_000), { finishFlush: zlib.Z_SYNC_FLUSH })
  return Buffer.concat([...Array(150).fill(block), Buffer.from('0300', 'hex')])
}

interface RawEntry {
  readonly name: string
  readonly data?: string
  readonly packed?: Buffer
  readonly size?: number
  readonly crc?: number
  readonly flags?: number
  readonly at?: number
}

/** A zip made by hand, which may lie about itself. */
function rawZip(entries: readonly RawEntry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data = '', packed, size, crc = 0, flags = 0, at } of entries) {
    const bytes = packed ?? Buffer.from(data)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(flags, 2)
    head.writeUInt16LE(packed ? 8 : 0, 4)
    head.writeUInt32LE(crc, 10)
    head.writeUInt32LE(bytes.length, 14)
    head.writeUInt32LE(size ?? bytes.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), bytes])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at ?? offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\0'), head, tail, Buffer.from(name))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06'), end])
}

// What follows takes answers apart.

async function firstSheet(pieces: Pieces): Promise<Sheet> {
  return bookOf(await readBytes(await workbook(pieces), 'a.xlsx')).sheets[0] as Sheet
}

async function readText(text: string): Promise<Book> {
  return bookOf(await readBytes(Buffer.from(text), 'a.csv'))
}

function bookOf(result: ReadResult): Book {
  if ('refusal' in result) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.book
}

function remarksOf(result: ReadResult) {
  return 'refusal' in result ? [] : result.remarks
}

function refusalOf(result: ReadResult) {
  if (!('refusal' in result)) throw new Error('the file was read')
  return result.refusal
}

function texts(sheet: Sheet | undefined): Record<string, string> {
  const cells = Object.entries(sheet?.cells ?? {})
  return Object.fromEntries(cells.map(([place, cell]) => [place, cell.text]))
}

/** The answer, which must come within two seconds. */
async function quick<T>(answer: Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await answer
  expect(performance.now() - start).toBeLessThan(2_000)
  return result
}
