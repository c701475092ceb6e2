import { describe, expect, it } from 'vitest'
import { readXlsx } from '../../server/intake/readers/xlsx.ts'
import type { WrittenBook } from '../../server/office/book.ts'
import type { Mark } from '../../server/office/findings.ts'
import { markXlsx } from '../../server/office/mark.ts'
import { openParts, type Parts } from '../../server/office/parts.ts'
import { attribute, elementsOf, unescapeXml } from '../../server/office/tags.ts'
import { writeXlsx } from '../../server/office/xlsx.ts'
import { packZip } from '../../server/office/zip.ts'

const form: WrittenBook = {
  sheets: [
    {
      name: '统计表',
      widths: [8, 30, 12, 14],
      freezeRows: 3,
      merges: ['A1:D1', 'A2:D2'],
      validations: [
        { range: 'D4:D20', list: ['老年人', '残疾人'] },
        { range: 'B4:B20', list: Array.from({ length: 100 }, (_, i) => `项目 ${i + 1}, 春季`) },
      ],
      rows: [
        [{ value: '志愿服务活动统计表', style: 'title' }],
        [{ value: '填表说明：一、按活动填报；\n二、时数以小时计。', style: 'note' }],
        ['序号', '活动名称', '人次', '日期'].map((value) => ({ value, style: 'header' as const })),
        [
          1,
          { value: '=HYPERLINK("x")', style: 'input' },
          200,
          { value: '2019-03-05', format: 'date' },
        ],
        [{ value: '0012', format: 'text' }, '换行\n<b> & "引号" _x000D_', 3.5, true],
        [null, null, null, { value: '2019-03-05T19:30', format: 'date' }],
        [
          { value: '合计', style: 'total' },
          { value: null, style: 'total' },
          { value: 203.5, style: 'total' },
        ],
      ],
    },
    { name: '说明 & "例"', rows: [['🙂𠮷塘㙍镇']] },
  ],
}

describe('A written workbook', () => {
  it('is read back with the same values in the same places', async () => {
    const { sheets } = await readXlsx(await writeXlsx(form))
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['统计表', false],
      ['说明 & "例"', false],
      ['选项 Lists', true],
    ])
    expect(texts(sheets[0])).toEqual({
      A1: '志愿服务活动统计表',
      A2: '填表说明：一、按活动填报；\n二、时数以小时计。',
      A3: '序号',
      B3: '活动名称',
      C3: '人次',
      D3: '日期',
      A4: '1',
      B4: '=HYPERLINK("x")',
      C4: '200',
      D4: '2019-03-05',
      A5: '0012',
      B5: '换行\n<b> & "引号" _x000D_',
      C5: '3.5',
      D5: 'TRUE',
      D6: '2019-03-05 19:30',
      A7: '合计',
      C7: '203.5',
    })
    expect(sheets[0]?.cells.B4).toEqual({ text: '=HYPERLINK("x")', kind: 'text' })
    expect(sheets[0]?.cells.D4).toMatchObject({ number: 43529, date: '2019-03-05' })
    expect(sheets[0]?.cells.D6).toMatchObject({ number: 43529.8125, date: '2019-03-05T19:30' })
    expect(sheets[0]?.cells.A5).toEqual({ text: '0012', kind: 'text', format: '@' })
    expect(sheets[0]?.merges).toEqual([
      { top: 1, left: 1, bottom: 1, right: 4 },
      { top: 2, left: 1, bottom: 2, right: 4 },
    ])
    expect(texts(sheets[1])).toEqual({ A1: '🙂𠮷塘㙍镇' })
  })

  it('has the same bytes each time, in every time zone', async () => {
    const zone = process.env.TZ
    const first = await writeXlsx(form)
    process.env.TZ = 'Pacific/Auckland'
    const second = await writeXlsx(form)
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    expect(second.equals(first)).toBe(true)
  })

  it('has drop-down lists: short ones in the rule, long ones on a hidden sheet', async () => {
    const parts = await openParts(await writeXlsx(form))
    const rules = elementsOf(parts.text('xl/worksheets/sheet1.xml') ?? '', 'dataValidation')
    expect(rules.map(({ open, raw }) => [attribute(open.raw, 'sqref'), plain(raw)])).toEqual([
      ['D4:D20', '"老年人,残疾人"'],
      ['B4:B20', "'选项 Lists'!$A$1:$A$100"],
    ])
  })

  it('keeps a text that looks like a formula a text, also when someone edits it', async () => {
    const parts = await openParts(await writeXlsx(form))
    expect(styleOf(parts, 'xl/worksheets/sheet1.xml', 'B4')).toContain('quotePrefix="1"')
  })

  it.each([
    ['统计/表', 'cannot be the name of a sheet'],
    ['', 'cannot be the name of a sheet'],
    ['字'.repeat(32), 'cannot be the name of a sheet'],
  ])('is not made with a sheet called %j', async (name, message) => {
    await expect(writeXlsx({ sheets: [{ name, rows: [] }] })).rejects.toThrow(message)
  })

  it('is not made with what no cell can hold', async () => {
    const write = (value: string | number) =>
      writeXlsx({ sheets: [{ name: 'a', rows: [[value]] }] })
    await expect(write(Number.NaN)).rejects.toThrow('A1: NaN is not a number a workbook can hold')
    await expect(write('字'.repeat(32_768))).rejects.toThrow('A1: 32768 characters, too many')
  })
})

const RED = 'FFF7B5AE'
const YELLOW = 'FFFDE3A1'
const BLUE = 'FFCFE4F6'

describe('A marked workbook', () => {
  const marks: Mark[] = [
    { sheet: '统计表', cell: 'C4', severity: 'WARNING', text: '“约200人”为约数' },
    { sheet: '统计表', cell: 'C4', severity: 'ERROR', text: '应为数字' },
    { sheet: '统计表', cell: 'C1', severity: 'NOTE', text: '合并区内' },
    { sheet: '统计表', cell: 'H30', severity: 'WARNING', text: '缺少必填项' },
    { sheet: '没有的表', cell: 'A1', severity: 'ERROR', text: '=1+1 <只列出>' },
    { sheet: '', cell: '', severity: 'NOTE', text: '整个文件' },
    { sheet: '统计表', cell: 'C6:C7', severity: 'NOTE', text: '两格' },
  ]

  it('has a colour and a comment in each marked cell, the worst colour first', async () => {
    const parts = await openParts(await markXlsx(await writeXlsx(form), marks))
    const page = 'xl/worksheets/sheet1.xml'
    expect(['C4', 'A1', 'H30', 'C6', 'C5'].map((cell) => colourOf(parts, page, cell))).toEqual([
      RED,
      BLUE,
      YELLOW,
      BLUE,
      undefined,
    ])
    expect(commentsOf(parts, page)).toEqual({
      C4: '【检查 Check】警告 Warning: “约200人”为约数\n错误 Error: 应为数字',
      A1: '【检查 Check】提示 Note: 合并区内',
      H30: '【检查 Check】警告 Warning: 缺少必填项',
      C6: '【检查 Check】提示 Note: 两格',
    })
    expect(boxesOf(parts, page)).toEqual(['C4', 'A1', 'H30', 'C6'])
    expect(commentsOf(parts, 'xl/worksheets/sheet2.xml')).toEqual({})
  })

  it('lists all marks on a first sheet, and holds the same values as before', async () => {
    const before = await readXlsx(await writeXlsx(form))
    const after = await readXlsx(await markXlsx(await writeXlsx(form), marks))
    expect(after.sheets.slice(1)).toEqual(before.sheets)
    const list = after.sheets[0]
    expect(list?.name).toBe('检查意见 Findings')
    expect(texts(list)).toMatchObject({
      A1: '2 处要改，2 处请核对',
      A3: '序号 No.',
      E3: '意见 Finding',
      B5: '统计表',
      C5: 'C4',
      D5: '错误 Error',
      E5: '应为数字',
      B8: '没有的表',
      E8: '=1+1 <只列出>',
      E9: '整个文件',
    })
  })

  it('opens on that sheet, and what belonged to a sheet still belongs to it', async () => {
    const parts = await openParts(await writeXlsx(form))
    const names = `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">'说明'!$A$1</definedName></definedNames></workbook>`
    const book = (parts.text('xl/workbook.xml') ?? '')
      .replace('<workbookView/>', '<workbookView activeTab="1" firstSheet="1"/>')
      .replace('</workbook>', names)
    parts.put('xl/workbook.xml', book)
    const page = 'xl/worksheets/sheet2.xml'
    const selected = '<sheetView tabSelected="1" '
    parts.put(page, (parts.text(page) ?? '').replace('<sheetView ', selected))
    const once = await markXlsx(await parts.pack(), marks)
    const marked = await openParts(await markXlsx(once, marks))
    const xml = marked.text('xl/workbook.xml') ?? ''
    expect(elementsOf(xml, 'sheet').map(({ open }) => attribute(open.raw, 'name'))).toEqual([
      '检查意见 Findings',
      '统计表',
      '说明 & "例"',
      '选项 Lists',
    ])
    expect(xml).toContain('localSheetId="2"')
    expect(xml).toContain('<workbookView activeTab="0" firstSheet="0"/>')
    expect(marked.text(page)).not.toContain('tabSelected')
    expect(marked.text('xl/worksheets/sheet4.xml')).toContain('tabSelected="1"')
  })

  it('says what to write instead, where that is known', async () => {
    const mark: Mark = {
      sheet: '统计表',
      cell: 'C4',
      severity: 'ERROR',
      text: '“约200”不是数字',
      advice: '只写 200',
    }
    const bytes = await markXlsx(await writeXlsx(form), [mark])
    const { sheets } = await readXlsx(bytes)
    expect(texts(sheets[0])).toMatchObject({ E4: '“约200”不是数字', F4: '只写 200' })
    expect(commentsOf(await openParts(bytes), 'xl/worksheets/sheet1.xml')).toEqual({
      C4: '【检查 Check】错误 Error: “约200”不是数字\n怎么改：只写 200',
    })
  })

  it('keeps the look of a cell but for its colour', async () => {
    const page = 'xl/worksheets/sheet1.xml'
    const bytes = await writeXlsx(form)
    const mark: Mark = { sheet: '统计表', cell: 'D4', severity: 'ERROR', text: 'x' }
    const parts = await openParts(await markXlsx(bytes, [mark]))
    expect(styleOf(await openParts(bytes), page, 'D4')).toContain('numFmtId="164"')
    expect(styleOf(parts, page, 'D4')).toContain('numFmtId="164"')
    expect(colourOf(parts, page, 'D4')).toBe(RED)
  })

  it('may be marked again: what was said before is gone', async () => {
    const once = await markXlsx(await writeXlsx(form), marks)
    const mark: Mark = { sheet: '统计表', cell: 'B5', severity: 'NOTE', text: '第二次' }
    const parts = await openParts(await markXlsx(once, [mark]))
    const page = 'xl/worksheets/sheet1.xml'
    expect(commentsOf(parts, page)).toEqual({ B5: '【检查 Check】提示 Note: 第二次' })
    expect(boxesOf(parts, page)).toEqual(['B5'])
    expect(['C4', 'A1', 'H30', 'B5'].map((cell) => colourOf(parts, page, cell))).toEqual([
      undefined,
      undefined,
      undefined,
      BLUE,
    ])
    const { sheets } = await readXlsx(await parts.pack())
    expect(sheets.map(({ name }) => name)).toEqual([
      '检查意见 Findings',
      '统计表',
      '说明 & "例"',
      '选项 Lists',
    ])
    expect(Object.keys(sheets[0]?.cells ?? {}).filter((place) => place.startsWith('E'))).toEqual([
      'E3',
      'E4',
    ])
  })

  it('has the same bytes each time', async () => {
    const bytes = await writeXlsx(form)
    expect((await markXlsx(bytes, marks)).equals(await markXlsx(bytes, marks))).toBe(true)
  })
})

describe('A workbook of another hand, when marked,', () => {
  it('keeps the comments people wrote, and ours stands below', async () => {
    const marks: Mark[] = [
      { sheet: '甲', cell: 'B2', severity: 'ERROR', text: '应为数字' },
      { sheet: '甲', cell: 'C2', severity: 'NOTE', text: '新的' },
    ]
    const once = await markXlsx(await excelLike(), marks)
    const parts = await openParts(once)
    expect(commentsOf(parts, PAGE)).toEqual({
      A1: '老王：请核对',
      B2: '老李：约数\n【检查 Check】错误 Error: 应为数字',
      C2: '【检查 Check】提示 Note: 新的',
    })
    expect(boxesOf(parts, PAGE)).toEqual(['A1', 'B2', 'C2'])
    const again = await openParts(await markXlsx(once, []))
    expect(commentsOf(again, PAGE)).toEqual({ A1: '老王：请核对', B2: '老李：约数' })
    expect(boxesOf(again, PAGE)).toEqual(['A1', 'B2'])
  })

  it('gets missing cells and rows in their right order, in the style of their row or column', async () => {
    const cells = ['A1', 'D2', 'B4', 'C4', 'A7', 'E9'].map(
      (cell): Mark => ({ sheet: '甲', cell, severity: 'WARNING', text: 'x' }),
    )
    const parts = await openParts(await markXlsx(await excelLike(), cells))
    const xml = parts.text(PAGE) ?? ''
    const places = (name: string) =>
      elementsOf(xml, name).map(({ open }) => attribute(open.raw, 'r'))
    expect(places('row')).toEqual(['1', '2', '4', '5', '7', '8', '9'])
    expect(places('c')).toEqual(['A1', 'B2', 'C2', 'D2', 'B4', 'C4', 'A5', 'A7', 'A8', 'E9'])
    expect(styleOf(parts, PAGE, 'B4')).toContain('numFmtId="14"') // column B is of dates
    expect(xml).not.toContain('spans')
    const { sheets } = await readXlsx(await parts.pack())
    expect(texts(sheets[1])).toEqual({ A1: '标题', B2: '2019/3/5', C2: '3', A5: '5', A8: '8' })
  })

  it('keeps the order of parts that its schema wants', async () => {
    const mark: Mark = { sheet: '乙', cell: 'A1', severity: 'NOTE', text: 'x' }
    const parts = await openParts(await markXlsx(await excelLike(), [mark]))
    const xml = parts.text('xl/worksheets/sheet2.xml') ?? ''
    expect([...xml.matchAll(/<x:(\w+)[ />]/g)].map((match) => match[1])).toEqual([
      'worksheet',
      'sheetData',
      'row',
      'c',
      'drawing',
      'legacyDrawing',
      'tableParts',
    ])
    expect(parts.text('[Content_Types].xml')).toContain('<Default Extension="vml"')
    expect(colourOf(parts, 'xl/worksheets/sheet2.xml', 'A1')).toBe(BLUE)
  })
})

// What follows takes workbooks apart.

function texts(sheet: { cells: Readonly<Record<string, { text: string }>> } | undefined) {
  const cells = Object.entries(sheet?.cells ?? {})
  return Object.fromEntries(cells.map(([place, cell]) => [place, cell.text]))
}

function plain(xml: string): string {
  return unescapeXml(xml.replace(/<[^>]*>/g, ''))
}

/** The `<xf>` of a cell. */
function styleOf(parts: Parts, page: string, place: string): string {
  const cells = elementsOf(parts.text(page) ?? '', 'c')
  const cell = cells.find(({ open }) => attribute(open.raw, 'r') === place)
  const formats = elementsOf(parts.text('xl/styles.xml') ?? '', 'xf')
  const inCells = formats.filter(({ path }) => path.at(-2) === 'cellXfs')
  return inCells[Number(attribute(cell?.open.raw ?? '', 's') ?? 0)]?.raw ?? ''
}

function colourOf(parts: Parts, page: string, place: string): string | undefined {
  const fill = Number(attribute(styleOf(parts, page, place), 'fillId') ?? 0)
  const fills = elementsOf(parts.text('xl/styles.xml') ?? '', 'fill')
  const own = fills.filter(({ path }) => path.length === 3)[fill]
  return own && attribute(elementsOf(own.raw, 'fgColor')[0]?.raw ?? '', 'rgb')
}

function related(parts: Parts, page: string, type: string): string {
  const relation = parts.relations(page).find((each) => each.type === type)
  return parts.text(relation?.part ?? '') ?? ''
}

function commentsOf(parts: Parts, page: string): Record<string, string> {
  const comments = elementsOf(related(parts, page, 'comments'), 'comment')
  return Object.fromEntries(
    comments.map(({ open, raw }) => [attribute(open.raw, 'ref') ?? '', plain(raw)]),
  )
}

function boxesOf(parts: Parts, page: string): string[] {
  const shapes = related(parts, page, 'vmlDrawing').matchAll(
    /<x:Row>(\d+)<\/x:Row><x:Column>(\d+)</g,
  )
  return [...shapes].map(([, row, column]) => `${'ABCDEFGH'[Number(column)]}${Number(row) + 1}`)
}

// What follows builds a workbook the way Excel writes it: spans, gaps, comments, a prefix.

const PAGE = 'xl/worksheets/sheet1.xml'

function excelLike(): Promise<Buffer> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = (...lines: string[]) => {
    const written = lines.map((line, i) => {
      const [type, target] = line.split(' ')
      return `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`
    })
    return `<?xml version="1.0"?><Relationships xmlns="urn:p">${written.join('')}</Relationships>`
  }
  const box = (row: number, column: number) =>
    `<v:shape id="_x0000_s${1025 + column}"><x:ClientData ObjectType="Note"><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  return packZip([
    [
      '[Content_Types].xml',
      '<Types xmlns="urn:t"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ],
    ['_rels/.rels', relations('officeDocument xl/workbook.xml')],
    [
      'xl/workbook.xml',
      '<workbook xmlns:r="urn:r"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/><sheet name="乙" sheetId="2" r:id="rId2"/></sheets><definedNames/></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        'worksheet worksheets/sheet1.xml',
        'worksheet worksheets/sheet2.xml',
        'styles styles.xml',
      ),
    ],
    [
      'xl/styles.xml',
      `<styleSheet><fonts count="1"><font><sz val="11"/></font></fonts><fills count="2"><fill><patternFill/></fill><fill><patternFill/></fill></fills>
       <cellStyleXfs><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fillId="0"/><xf numFmtId="14" fillId="0"><alignment/></xf></cellXfs>
       <dxfs><dxf><fill><patternFill/></fill></dxf></dxfs></styleSheet>`,
    ],
    [
      PAGE,
      `<worksheet xmlns:r="${office}"><cols><col min="2" max="2" style="1"/></cols><sheetData>
       <row r="1" spans="1:3"><c r="A1" t="inlineStr"><is><t>标题</t></is></c></row>
       <row r="2" spans="1:3"><c r="B2" s="1"><v>43529</v></c><c r="C2"><v>3</v></c></row>
       <row r="4" spans="1:3"/><row r="5"><c r="A5"><v>5</v></c></row><row r="8"><c r="A8"><v>8</v></c></row>
       </sheetData><pageMargins/><legacyDrawing r:id="rId2"/></worksheet>`,
    ],
    [
      'xl/worksheets/_rels/sheet1.xml.rels',
      relations('comments ../comments1.xml', 'vmlDrawing ../drawings/vmlDrawing1.vml'),
    ],
    [
      'xl/comments1.xml',
      `<comments><authors><author>老王</author></authors><commentList>
       <comment ref="A1" authorId="0"><text><t>老王：请核对</t></text></comment>
       <comment ref="B2" authorId="0"><text><t>老李：约数</t></text></comment></commentList></comments>`,
    ],
    ['xl/drawings/vmlDrawing1.vml', `<xml xmlns:v="v" xmlns:x="x">${box(0, 0)}${box(1, 1)}</xml>`],
    [
      'xl/worksheets/sheet2.xml',
      '<x:worksheet xmlns:x="urn:m"><x:sheetData/><x:drawing/><x:tableParts/></x:worksheet>',
    ],
  ])
}
