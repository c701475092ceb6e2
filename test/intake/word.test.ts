import { createHash } from 'node:crypto'
import { type BookType, type CellObject, utils, type WorkSheet, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { readBytes } from '../../server/intake/readers/read.ts'
import type { Book, ReadResult, Sheet } from '../../server/intake/sheet.ts'
import { wordPlace, wordPosition } from '../../server/office/address.ts'
import type { WrittenBlock } from '../../server/office/document.ts'
import { writeDocx } from '../../server/office/docx.ts'
import { packZip } from '../../server/office/zip.ts'
import { paragraph, photo, relationsXml, table, tc, tr, wordFile } from '../helpers/word.ts'

describe('A Word form', () => {
  it('is read table by table, each with the words above it', async () => {
    const copy = (name: string): WrittenBlock[] => [
      { text: '活动情况表', look: 'title' },
      { text: '填表时间：2017年6月12日' },
      {
        widths: [1, 2],
        rows: [
          ['志愿服务组织名称', name],
          ['参加活动志愿者人数', '20'],
        ],
      },
    ]
    const bytes = await writeDocx({
      blocks: [...copy('甲队'), ...copy('乙队'), { text: '（此表可复制）' }],
    })
    const result = await readBytes(bytes, '附件1.docx')
    const book = bookOf(result)
    expect(book.format).toBe('docx')
    expect(book.sheets.map(({ name, above }) => [name, above])).toEqual([
      ['表1', ['活动情况表', '填表时间：2017年6月12日']],
      ['表2', ['活动情况表', '填表时间：2017年6月12日']],
    ])
    expect(book.paragraphs?.at(-1)).toBe('（此表可复制）')
    expect(texts(book.sheets[1])).toEqual({
      A1: '志愿服务组织名称',
      B1: '乙队',
      A2: '参加活动志愿者人数',
      B2: '20',
    })
    expect(remarksOf(result)).toEqual([])
  })

  it('names a cell by its row and column: 第6行第2列', () => {
    expect(wordPlace('B6')).toBe('R6C2')
    expect(wordPosition('R6C2')).toEqual({ row: 6, column: 2 })
    expect(wordPosition('B6')).toBeUndefined()
  })

  it('has its merged cells where a spreadsheet would have them', async () => {
    const sheet = await firstTable(
      `<w:tbl>${tr(tc('<w:gridSpan w:val="3"/>', '标题'))}
       ${tr(tc('<w:vMerge w:val="restart"/>', '区直单位'), tc('', '甲'), tc('', '1'))}
       ${tr(tc('<w:vMerge/>', ''), tc('', '乙'), tc('', '2'))}
       ${tr(tc('<w:vMerge w:val="restart"/>', '各街道'), tc('<w:hMerge w:val="restart"/>', '丙'), tc('<w:hMerge/>', ''))}
       <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('', '丁')}${tc('', '4')}</w:tr></w:tbl>`,
    )
    expect(texts(sheet)).toEqual({
      A1: '标题',
      A2: '区直单位',
      B2: '甲',
      C2: '1',
      B3: '乙',
      C3: '2',
      A4: '各街道',
      B4: '丙',
      B5: '丁',
      C5: '4',
    })
    expect(sheet.merges).toEqual([
      { top: 1, left: 1, bottom: 1, right: 3 },
      { top: 2, left: 1, bottom: 3, right: 1 },
      { top: 4, left: 2, bottom: 4, right: 3 },
    ])
  })

  it('is read as it stands once all changes are accepted, hidden words too', async () => {
    const sheet = await firstTable(
      table([
        `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs><w:rPr><w:del/></w:rPr></w:pPr>
         <w:del><w:r><w:delText>300</w:delText></w:r></w:del><w:ins><w:r><w:t>200</w:t></w:r></w:ins>
         <w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>人</w:t></w:r></w:p>`,
        `<w:p><w:r><w:t>上午</w:t><w:tab/><w:t>9:00</w:t><w:br/><w:t xml:space="preserve">下 午</w:t></w:r></w:p>
         <w:p><w:r><w:t>地点</w:t></w:r></w:p><w:p/>`,
        `<w:tcPr><w:gridSpan w:val="1"/><w:tcPrChange><w:tcPr><w:gridSpan w:val="9"/></w:tcPr></w:tcPrChange></w:tcPr>
         <w:p><w:r><w:ruby><w:rt><w:r><w:t>yong</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>㙍</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`,
      ]),
    )
    expect(texts(sheet)).toEqual({ A1: '200人', B1: '上午\t9:00\n下 午\n地点', C1: '㙍' })
  })

  it('shows boxes as ticked or not, in whatever way they were made', async () => {
    const box = (checked: string, sign: string) =>
      `<w:sdt><w:sdtPr><w14:checkbox>${checked}</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>${sign}</w:t></w:r></w:sdtContent></w:sdt>`
    const sym = (font: string, char: string) =>
      `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`
    const old = (checked: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>${checked}</w:checkBox></w:ffData></w:fldChar></w:r>
       <w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const no = '<w:r><w:t>否</w:t></w:r>'
    const yes = '<w:r><w:t>是</w:t></w:r>'
    const sheet = await firstTable(
      table([
        `<w:p>${box('<w14:checked w14:val="1"/>', '☒')}${yes}${box('<w14:checked w14:val="0"/>', '☐')}${no}</w:p>`,
        `<w:p>${sym('Wingdings', 'F0FE')}${yes}${sym('Wingdings', '00A8')}${no}</w:p>`,
        `<w:p>${sym('Wingdings 2', 'F052')}${yes}${sym('Wingdings', '006F')}${no}</w:p>`,
        `<w:p>${old('<w:checked/>')}${yes}${old('')}${no}</w:p>`,
        `<w:p><w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0fc</w:t></w:r></w:p>`,
        '√',
      ]),
    )
    expect(Object.values(texts(sheet))).toEqual(['☑是☐否', '☑是□否', '☑是□否', '☑是☐否', '√', '√'])
  })

  it('has no answer where a list still says what to do there', async () => {
    const blank = { choices: ['是', '否'] }
    const bytes = await writeDocx({
      blocks: [
        {
          widths: [1, 1, 1],
          rows: [
            [
              blank,
              { ...blank, text: '否' },
              { boxes: [{ label: '是', ticked: true }, { label: '否' }] },
            ],
          ],
        },
      ],
    })
    expect(texts(bookOf(await readBytes(bytes, 'a.docx')).sheets[0])).toEqual({
      B1: '否',
      C1: '☑是　☐否',
    })
  })

  it('shows what a field shows, and keeps the addresses of its links', async () => {
    const link = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPER</w:instrText></w:r>
      <w:r><w:instrText>LINK "https://example.org/b"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
      <w:r><w:t>报道</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const book = bookOf(
      await readBytes(
        await wordFile(
          table([
            `<w:p>${link}<w:hyperlink r:id="rId1"><w:r><w:t>公众号</w:t></w:r></w:hyperlink></w:p>`,
          ]),
          {},
          ['hyperlink https://example.org/a External'],
        ),
        'a.docx',
      ),
    )
    expect(texts(book.sheets[0])).toEqual({ A1: '报道公众号' })
    expect(book.links).toEqual(['https://example.org/a', 'https://example.org/b'])
  })

  it('may have a table in a frame or in a cell, and words in boxes, each read once', async () => {
    const drawn = `<w:txbxContent>${paragraph('附件1')}</w:txbxContent>`
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${drawn}</w:drawing></mc:Choice>
      <mc:Fallback><w:pict>${drawn}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    const inner = table(['组织名称', `${table(['甲', '乙'], ['丙', '丁'])}<w:p/>`])
    const book = await readWord(
      `${box}${table([`${paragraph('框内的字')}${inner}<w:p/>`])}${table(['第二'])}`,
    )
    expect(book.paragraphs).toEqual(['附件1', '框内的字'])
    expect(book.sheets.map(texts)).toEqual([
      { A1: '组织名称', B1: '甲\t乙\n丙\t丁' },
      { A1: '第二' },
    ])
  })

  it('tells of each photo where it stands, what it is and when it was taken, and no more', async () => {
    const first = photo({ taken: '2017:06:10 09:30:00', place: true })
    const blip = (id: string) =>
      `<w:p><w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r></w:p>`
    const old = '<w:p><w:r><w:pict><v:imagedata r:id="rId2"/></w:pict></w:r></w:p>'
    const bytes = await wordFile(
      `${blip('rId3')}${table(['照片', `${blip('rId1')}${old}`])}`,
      {
        'word/media/a.jpg': first,
        'word/media/b.jpg': Buffer.from('89504e470d0a1a0a', 'hex'),
        'word/media/c.jpg': photo(),
      },
      ['image media/a.jpg', 'image media/b.jpg', 'image media/c.jpg'],
    )
    const book = bookOf(await readBytes(bytes, 'a.docx'))
    expect(book.sheets[0]).toMatchObject({
      pictures: 2,
      photos: [
        {
          kind: 'jpeg',
          cell: 'B1',
          sha256: createHash('sha256').update(first).digest('hex'),
          bytes: first.length,
          takenOn: '2017-06-10',
          hasPlace: true,
        },
        { kind: 'png', cell: 'B1', bytes: 8, takenOn: null, hasPlace: false },
      ],
    })
    expect(book.photos).toMatchObject([
      { kind: 'jpeg', cell: null, takenOn: null, hasPlace: false },
    ])
  })

  it('is not refused for a photo whose notes make no sense', async () => {
    const bytes = photo({ taken: '2017:06:10 09:30:00', place: true })
    for (let at = 24; at < 90; at++) {
      const broken = Buffer.from(bytes)
      broken[at] = 0xff
      const file = await wordFile(
        table(['<w:p><w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r></w:p>']),
        { 'word/media/a.jpg': broken },
        ['image media/a.jpg'],
      )
      expect(bookOf(await readBytes(file, 'a.docx')).sheets[0]?.photos).toHaveLength(1)
    }
  })

  it('may be larger than a workbook may, because of its photos', async () => {
    const large = Buffer.concat([photo({ taken: '2017:06:10 09:30:00' }), noise(12_000_000)])
    const parts = { 'word/media/a.jpg': large, 'word/media/b.jpg': large.subarray(0, -1) }
    const file = await wordFile(table(['1']), parts)
    expect(file.length).toBeGreaterThan(20 * 1024 * 1024)
    expect(bookOf(await readBytes(file, 'a.docx')).sheets).toHaveLength(1)
    const book = await packZip(Object.entries({ ...parts, 'xl/workbook.xml': '<a/>' }))
    expect(refusalOf(await readBytes(book, 'a.xlsx'))).toMatchObject({
      code: 'R_TOO_LARGE',
      detail: { reason: 'upload' },
    })
  })
})

describe('A workbook with photos', () => {
  it('tells in which cell each of them begins', async () => {
    const anchor = (kind: string, row: number, column: number, id: string) =>
      `<xdr:${kind}><xdr:from><xdr:col>${column}</xdr:col><xdr:row>${row}</xdr:row></xdr:from>
       <xdr:pic><xdr:blipFill><a:blip r:embed="${id}"/></xdr:blipFill></xdr:pic></xdr:${kind}>`
    const bytes = await packZip(
      Object.entries({
        '[Content_Types].xml': '<Types/>',
        '_rels/.rels': relationsXml(['officeDocument xl/workbook.xml']),
        'xl/workbook.xml':
          '<workbook xmlns:r="urn:r"><sheets><sheet name="甲" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': relationsXml(['worksheet worksheets/sheet1.xml']),
        'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
        'xl/worksheets/_rels/sheet1.xml.rels': relationsXml(['drawing ../drawings/d.xml']),
        'xl/drawings/d.xml': `<xdr:wsDr xmlns:xdr="urn:x" xmlns:a="urn:a" xmlns:r="urn:r">
          ${anchor('twoCellAnchor', 13, 1, 'rId1')}${anchor('oneCellAnchor', 0, 0, 'rId9')}</xdr:wsDr>`,
        'xl/drawings/_rels/d.xml.rels': relationsXml(['image ../media/a.jpg']),
        'xl/media/a.jpg': photo({ taken: '2017:06:10 09:30:00' }),
      }),
    )
    expect(bookOf(await readBytes(bytes, 'a.xlsx')).sheets[0]).toMatchObject({
      pictures: 2,
      photos: [{ cell: 'B14', kind: 'jpeg', takenOn: '2017-06-10', hasPlace: false }],
    })
  })
})

describe('A web page under the name of a workbook', () => {
  it('is read as a spreadsheet shows it, and its name is remarked on', async () => {
    const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><title>x</title>
      <style>td{color:red}</style></head><body><h1>统计表</h1><!-- <table><tr><td>no</table> -->
      <table border=1><tr><th rowspan=2>序号<th colspan="2">覆盖人群&nbsp;</tr><tr><td>类型<td>人次</tr>
      <tr style='display:none'><td>1</td><td>A &amp; B&#65;&#x4e2d;</td><td x:num="200">约<b>200</b><br>
      人</td></tr><tr><td></td><td><table><tr><td>甲</td><td>乙</td></tr></table></table><script>if (a<b) "<td>"</script></body></html>`
    const result = await readBytes(Buffer.from(page), '统计表.xls')
    const sheet = bookOf(result).sheets[0] as Sheet
    expect(bookOf(result)).toMatchObject({ format: 'html', encoding: 'utf-8' })
    expect(sheet.name).toBe('统计表')
    expect(texts(sheet)).toEqual({
      A1: '统计表',
      A2: '序号',
      B2: '覆盖人群',
      B3: '类型',
      C3: '人次',
      A4: '1',
      B4: 'A & BA中',
      C4: '约200\n人',
      B5: '甲 乙',
    })
    expect(sheet.merges).toEqual([
      { top: 2, left: 1, bottom: 3, right: 1 },
      { top: 2, left: 2, bottom: 2, right: 3 },
    ])
    expect(remarksOf(result)).toEqual([
      { code: 'W_FILE_TYPE', detail: { value: 'html', raw: '.xls' } },
      { code: 'W_HIDDEN', detail: { sheet: '统计表', rows: '4' } },
    ])
  })

  it.each([
    ['in the GB2312 it says it is in', 'gb2312', gbk()],
    ['in GBK without saying so', '', gbk()],
    ['in GBK while it says UTF-8', 'utf-8', gbk()],
    ['in UTF-8 while it says GB2312', 'gb2312', Buffer.from('填报单位')],
  ])('may be %s', async (_, charset, words) => {
    const meta =
      charset && `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`
    const page = Buffer.concat([
      Buffer.from(`${meta}<table><tr><td>`),
      words,
      Buffer.from('</td></tr></table>'),
    ])
    expect(texts(bookOf(await readBytes(page, 'a.xls')).sheets[0])).toEqual({ A1: '填报单位' })
  })

  it.each([
    ['without a table', '<html><body>请先登录</body></html>', 'web-page', 'HTML'],
    [
      'that is a workbook in XML',
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook><Table><Row/></Table></Workbook>',
      'format',
      'XML',
    ],
    [
      'in a mail (MHTML)',
      'MIME-Version: 1.0\nContent-Type: multipart/related\n',
      'format',
      'MHTML',
    ],
    ['that is RTF', '{\\rtf1 1}', 'format', 'RTF'],
  ])(
    'is refused when it is one %s, and it is said how to save it',
    async (_, text, reason, raw) => {
      const { code, detail } = refusalOf(await readBytes(Buffer.from(text), 'a.xls'))
      expect([code, detail.reason, detail.raw]).toEqual(['R_FORMAT', reason, raw])
      expect(detail.zh).toContain('另存为 .xlsx 或 .docx')
    },
  )

  it('is read in time whatever is left open in it', async () => {
    for (const piece of [
      '<td "',
      '<!--',
      '<script>',
      "<a b='",
      '<',
      '&#',
      '<table><tr><td colspan=9>',
    ]) {
      const start = performance.now()
      await readBytes(Buffer.from(`<table><tr><td>1${piece.repeat(100_000)}`), 'a.xls')
      expect(performance.now() - start).toBeLessThan(2_000)
    }
  })
})

describe('An old workbook (.xls)', () => {
  const sheet: WorkSheet = {
    '!ref': 'A1:F4',
    A1: { t: 's', v: '活动名称\n塘㙍镇' },
    B1: { t: 'n', v: 43529, z: 'm"月"d"日"' },
    C1: { t: 'n', v: 43529, z: 'yyyy/m/d h:mm' },
    D1: { t: 'n', v: 0.5, z: '0%' },
    E1: { t: 'b', v: true },
    F1: { t: 'e', v: 0x17 },
    A2: { t: 'n', v: 350, bf: Buffer.from('03001e0500', 'hex') } as CellObject, // =5, shown as 350
    B2: { t: 's', v: '0012', z: '@' },
    A4: { t: 'n', v: 13800130000 },
    '!merges': [{ s: { r: 1, c: 2 }, e: { r: 2, c: 3 } }],
    '!rows': [{}, {}, { hidden: true }],
    '!cols': [{}, { hidden: true }],
  }

  // Written before anything is read: the library keeps the formats that it has seen.
  const american = xls({
    甲: { '!ref': 'A1:B1', A1: { t: 'n', v: 43529, z: 'm/d/yy' }, B1: { t: 'n', v: 7 } },
  })
  const others = xls({ 甲: { '!ref': 'A1', A1: { t: 'n', v: 1, z: 'yyyy"年"' } } })

  it('A07: is read like a new one: texts, days, formulas’ values, errors', async () => {
    const book = bookOf(await readBytes(xls({ 统计表: sheet }), '统计表.xls'))
    expect(book.format).toBe('xls')
    expect(book.sheets[0]?.name).toBe('统计表')
    expect(book.sheets[0]?.cells).toEqual({
      A1: { text: '活动名称\n塘㙍镇', kind: 'text' },
      B1: {
        text: '3月5日',
        kind: 'number',
        number: 43529,
        format: 'm"月"d"日"',
        date: '2019-03-05',
      },
      C1: {
        text: '2019/3/5 0:00',
        kind: 'number',
        number: 43529,
        format: 'yyyy/m/d h:mm',
        date: '2019-03-05',
      },
      D1: { text: '50%', kind: 'number', number: 0.5, format: '0%' },
      E1: { text: 'TRUE', kind: 'boolean' },
      F1: { text: '#REF!', kind: 'error' },
      A2: { text: '350', kind: 'number', number: 350, formula: true },
      B2: { text: '0012', kind: 'text', format: '@' },
      A4: { text: '13800130000', kind: 'number', number: 13800130000 },
    })
    expect(book.sheets[0]?.merges).toEqual([{ top: 2, left: 3, bottom: 3, right: 4 }])
  })

  it('shows a day as Excel does in China, whatever was read before', async () => {
    await readBytes(others, 'a.xls')
    const { cells } = bookOf(await readBytes(american, 'a.xls')).sheets[0] as Sheet
    expect(cells).toEqual({
      A1: {
        text: '2019/3/5',
        kind: 'number',
        number: 43529,
        format: 'yyyy/m/d',
        date: '2019-03-05',
      },
      B1: { text: '7', kind: 'number', number: 7 },
    })
  })

  it('keeps the order of its sheets and tells which are hidden', async () => {
    const one = { '!ref': 'A1', A1: { t: 's', v: '一' } } as WorkSheet
    const bytes = xls({ 乙: one, 甲: one, 丙: one }, ['甲'])
    const result = await readBytes(bytes, 'a.xls')
    expect(bookOf(result).sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['乙', false],
      ['甲', true],
      ['丙', false],
    ])
    expect(remarksOf(result)).toEqual([
      { code: 'W_HIDDEN', detail: { sheet: '甲', whole: 'true' } },
      { code: 'W_EXTRA_SHEET', detail: { n: '2' } },
    ])
  })

  it('of Excel 95 is read as well', async () => {
    const bytes = xls({ 甲: { '!ref': 'A1', A1: { t: 'n', v: 200 } } }, [], 'biff5')
    expect(texts(bookOf(await readBytes(bytes, 'a.xls')).sheets[0])).toEqual({ A1: '200' })
  })

  it.each([
    ['has a password', password(xls({ 甲: sheet })), 'a.xls', 'R_ENCRYPTED', 'password'],
    ['comes from WPS', xls({ 甲: sheet }), 'a.et', 'R_FORMAT', 'format'],
    ['is cut off', xls({ 甲: sheet }).subarray(0, 1500), 'a.xls', 'R_FORMAT', 'damaged'],
  ])('is refused when it %s', async (_, bytes, name, code, reason) => {
    expect(refusalOf(await readBytes(bytes, name))).toMatchObject({ code, detail: { reason } })
  })
})

// What follows builds files and takes answers apart.

function xls(
  sheets: Record<string, WorkSheet>,
  hidden: readonly string[] = [],
  bookType: BookType = 'biff8',
): Buffer {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) {
    const ascii = bookType === 'biff5' ? 'Sheet1' : name
    utils.book_append_sheet(book, sheet, ascii)
    if (hidden.includes(name)) utils.book_set_sheet_visibility(book, ascii, 1)
  }
  return write(book, { bookType, type: 'buffer', cellStyles: true }) as Buffer
}

/** Excel says in one record that the others are encrypted. */
function password(bytes: Buffer): Buffer {
  const start = bytes.indexOf(Buffer.from('0908100000060500', 'hex')) // where the workbook begins
  const second = start + 20
  bytes.writeUInt16LE(0x002f, second)
  return bytes
}

function gbk(): Buffer {
  return Buffer.from('ccee b1a8 b5a5 cebb'.replaceAll(' ', ''), 'hex') // 填报单位
}

/** Bytes that do not pack. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let state = 7
  for (let i = 0; i < length; i++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    bytes[i] = state >> 16
  }
  return bytes
}

async function readWord(body: string): Promise<Book> {
  return bookOf(await readBytes(await wordFile(body), 'a.docx'))
}

async function firstTable(body: string): Promise<Sheet> {
  return (await readWord(body)).sheets[0] as Sheet
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
