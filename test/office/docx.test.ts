import { describe, expect, it } from 'vitest'
import { readBytes } from '../../server/intake/readers/read.ts'
import type { Book } from '../../server/intake/sheet.ts'
import type { WrittenDocument } from '../../server/office/document.ts'
import { writeDocx } from '../../server/office/docx.ts'
import type { Mark } from '../../server/office/findings.ts'
import { markDocx } from '../../server/office/markdocx.ts'
import { openParts } from '../../server/office/parts.ts'
import { withoutMetadata } from '../../server/office/photo.ts'
import { attribute, elementsOf, wordsIn } from '../../server/office/tags.ts'
import { paragraph, photo, table, tc, tr, wordFile } from '../helpers/word.ts'

const form: WrittenDocument = {
  blocks: [
    { text: '附件1', look: 'small' },
    { text: '志愿服务组织开展活动情况表', look: 'title' },
    { text: '填表时间：　　年　月　日' },
    {
      widths: [3, 4, 3, 3],
      merges: ['B3:D3'],
      rows: [
        [{ text: '志愿服务组织名称', look: 'label' }, null, '注册成立时间', null],
        [
          '是否记录时长',
          { boxes: [{ label: '是' }, { label: '否' }] },
          '项目是否发布',
          { choices: ['是', '否'] },
        ],
        ['2张活动实景图片', { pictures: [photo(), photo()], height: 60 }],
      ],
    },
    { text: '开展活动情况汇总表', look: 'title', newPage: true },
    {
      widths: [2, 5],
      headerRows: 1,
      merges: ['A2:A3'],
      rows: [
        [
          { text: '类别', look: 'header' },
          { text: '组织名称 <&> \u0001', look: 'header' },
        ],
        ['区直单位', '甲'],
        [null, '乙'],
      ],
    },
  ],
}

describe('A written Word form', () => {
  it('is read back with the same words in the same places', async () => {
    const book = await read(await writeDocx(form))
    expect(book.sheets.map(texts)).toEqual([
      {
        A1: '志愿服务组织名称',
        C1: '注册成立时间',
        A2: '是否记录时长',
        B2: '☐是　☐否',
        C2: '项目是否发布',
        A3: '2张活动实景图片',
      },
      { A1: '类别', B1: '组织名称 <&> ', A2: '区直单位', B2: '甲', B3: '乙' },
    ])
    expect(book.sheets.map(({ merges }) => merges)).toEqual([
      [{ top: 3, left: 2, bottom: 3, right: 4 }],
      [{ top: 2, left: 1, bottom: 3, right: 1 }],
    ])
    expect(book.sheets[0]?.photos?.map(({ cell, kind }) => [cell, kind])).toEqual([
      ['B3', 'jpeg'],
      ['B3', 'jpeg'],
    ])
    expect(book.sheets[1]?.above).toEqual(['开展活动情况汇总表'])
  })

  it('has the same bytes each time', async () => {
    expect((await writeDocx(form)).equals(await writeDocx(form))).toBe(true)
  })

  it('names a face for Chinese, repeats the titles of a table, and may lie on its side', async () => {
    const parts = await openParts(await writeDocx({ ...form, landscape: true }))
    const xml = parts.text('word/document.xml') ?? ''
    expect(parts.text('word/styles.xml')).toContain('w:eastAsia="仿宋"')
    expect(elementsOf(xml, 'tblHeader')).toHaveLength(1)
    expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
  })
})

const marks: Mark[] = [
  {
    sheet: '表1',
    cell: 'R1C2',
    severity: 'ERROR',
    text: '缺少必填项“组织名称”',
    advice: '写单位全称',
  },
  { sheet: '表1', cell: 'R1C2', severity: 'NOTE', text: '也可写简称' },
  { sheet: '表2', cell: 'R3C1', severity: 'WARNING', text: '合并的格' },
  { sheet: '表9', cell: 'R1C1', severity: 'ERROR', text: '没有的表 <b>' },
  { sheet: '', cell: '', severity: 'WARNING', text: '整个文件' },
]

describe('A marked Word form', () => {
  it('has a colour and a comment in each marked cell, the worst colour first', async () => {
    const marked = await markDocx(await writeDocx(form), marks)
    expect(await commentsOf(marked)).toEqual([
      '【检查 Check】错误 Error: 缺少必填项“组织名称”怎么改：写单位全称提示 Note: 也可写简称',
      '【检查 Check】警告 Warning: 合并的格',
    ])
    const xml = await documentOf(marked)
    const cells = elementsOf(xml, 'tc').filter(({ raw }) => raw.includes('commentRangeStart'))
    expect(cells.map(({ raw }) => [colourIn(raw), wordsIn(raw)])).toEqual([
      ['F7B5AE', ''],
      ['FDE3A1', '区直单位'],
    ])
    for (const name of ['commentRangeStart', 'commentRangeEnd', 'commentReference']) {
      const ids = elementsOf(xml, name).map(({ raw }) => attribute(raw, 'id'))
      expect(ids).toEqual(['0', '1'])
    }
  })

  it('begins with a page that says how much is to be changed, where and how', async () => {
    const xml = await documentOf(await markDocx(await writeDocx(form), marks))
    const rows = elementsOf(elementsOf(xml, 'tbl')[0]?.raw ?? '', 'tr').map(({ raw }) =>
      elementsOf(raw, 'tc').map((cell) => wordsIn(cell.raw)),
    )
    expect(wordsIn(elementsOf(xml, 'p')[0]?.raw ?? '')).toBe('2 处要改，2 处请核对')
    expect(rows).toEqual([
      ['序号', '位置', '级别', '问题', '怎么改'],
      ['1', '表1 第1行第2列', '要改', '缺少必填项“组织名称”', '写单位全称'],
      ['2', '表1 第1行第2列', '提示', '也可写简称', ''],
      ['3', '表2 第3行第1列', '请核对', '合并的格', '请核对；无误可不改'],
      ['4', '表9 第1行第1列', '要改', '没有的表 <b>', '请在表中改正此处'],
      ['5', '', '请核对', '整个文件', '请核对；无误可不改'],
    ])
    expect(xml).toContain('<w:br w:type="page"/>')
  })

  it('is read as if it had not been marked, so that it can be corrected and sent again', async () => {
    const bytes = await writeDocx(form)
    expect(await read(await markDocx(bytes, marks))).toEqual(await read(bytes))
  })

  it('may be marked again: what was said before is gone', async () => {
    const bytes = await writeDocx(form)
    const once = await markDocx(bytes, marks)
    expect((await markDocx(once, marks)).equals(once)).toBe(true)
    const mark: Mark = { sheet: '表1', cell: 'R2C4', severity: 'NOTE', text: '第二次' }
    const again = await markDocx(once, [mark])
    expect(await commentsOf(again)).toEqual(['【检查 Check】提示 Note: 第二次'])
    const cells = elementsOf(await documentOf(again), 'tc').filter(
      ({ raw }) => colourIn(raw) === 'CFE4F6',
    )
    expect(cells.map(({ raw }) => wordsIn(raw))).toEqual(['提示', '请选择'])
    expect(await documentOf(await markDocx(again, []))).toBe(await documentOf(bytes))
  })

  it('is still known after LibreOffice, which drops the caption of our table', async () => {
    const parts = await openParts(await markDocx(await writeDocx(form), marks))
    const xml = (parts.text('word/document.xml') ?? '').replace(/<w:tblCaption[^>]*>/, '')
    parts.put('word/document.xml', xml)
    const resaved = await parts.pack()
    expect(await read(resaved)).toEqual(await read(await writeDocx(form)))
    expect(elementsOf(await documentOf(await markDocx(resaved, marks)), 'tbl')).toHaveLength(3)
  })

  it('keeps what people wrote where our page ended', async () => {
    const parts = await openParts(await markDocx(await writeDocx(form), marks))
    const xml = (parts.text('word/document.xml') ?? '').replace(
      '<w:br w:type="page"/></w:r>',
      '<w:br w:type="page"/></w:r><w:r><w:t>补充说明</w:t></w:r>',
    )
    parts.put('word/document.xml', xml)
    const written = await parts.pack()
    expect((await read(written)).paragraphs?.[0]).toBe('补充说明')
    const cleared = await documentOf(await markDocx(written, []))
    expect(wordsIn(elementsOf(cleared, 'p')[0]?.raw ?? '')).toBe('补充说明')
    expect(cleared).not.toContain('w:type="page"')
  })

  it('has the same bytes each time', async () => {
    const bytes = await writeDocx(form)
    expect((await markDocx(bytes, marks)).equals(await markDocx(bytes, marks))).toBe(true)
  })
})

describe('A Word form of another hand, when marked,', () => {
  const mark = (sheet: string, cell: string): Mark => ({
    sheet,
    cell,
    severity: 'ERROR',
    text: cell,
  })

  it('keeps the comments people wrote', async () => {
    const theirs =
      '<w:comment w:id="7" w:author="老王"><w:p><w:r><w:t>请核对</w:t></w:r></w:p></w:comment>'
    const body = table([
      '<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>甲</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>',
    ])
    const comments = `<w:comments xmlns:w="urn:w">${theirs}</w:comments>`
    const bytes = await wordFile(body, { 'word/comments.xml': comments }, ['comments comments.xml'])
    const marked = await markDocx(bytes, [mark('表1', 'R1C1')])
    expect(await commentsOf(marked)).toEqual(['请核对', '【检查 Check】错误 Error: R1C1'])
    expect(elementsOf(await documentOf(marked), 'commentReference')).toHaveLength(2)
    expect(await commentsOf(await markDocx(marked, []))).toEqual(['请核对'])
    expect(
      elementsOf(await documentOf(await markDocx(marked, [])), 'commentReference'),
    ).toHaveLength(1)
  })

  it('is marked in the same cells that its reader saw: frames, merged and nested tables', async () => {
    const inner = `<w:tbl>${tr(tc('<w:gridSpan w:val="2"/>', '标题'))}
      ${tr(tc('<w:vMerge w:val="restart"/>', '类别'), tc('<w:vAlign w:val="center"/>', `${table(['内'])}<w:p/>`))}
      <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback><w:pict>${table(['图'])}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    const bytes = await wordFile(
      `${box}${table([`${paragraph('框')}${inner}<w:p/>`])}${table(['二'])}`,
    )
    const places = ['R1C2', 'R3C1', 'R2C2', 'R3C2'].map((cell) => mark('表1', cell))
    const marked = await markDocx(bytes, [...places, mark('表2', 'R1C1'), mark('表1', 'R9C9')])
    expect((await read(marked)).sheets).toEqual((await read(bytes)).sheets)
    const cells = elementsOf(await documentOf(marked), 'tc').filter(({ raw }) => {
      const own = raw.replace(/<w:tbl>[\s\S]*<\/w:tbl>/, '')
      return own.includes('commentRangeStart')
    })
    expect(cells.map(({ raw }) => [wordsIn(raw), colourIn(raw)])).toEqual([
      ['标题', 'F7B5AE'],
      ['类别', 'F7B5AE'],
      ['内', 'F7B5AE'],
      ['', 'F7B5AE'],
      ['二', 'F7B5AE'],
    ])
    expect(await documentOf(marked)).toContain('w:fill="F7B5AE"/><w:vAlign w:val="center"/>')
  })

  it('may call its elements by another prefix', async () => {
    const parts = await openParts(await wordFile(table(['甲'])))
    const xml = parts.text('word/document.xml') ?? ''
    parts.put('word/document.xml', xml.replace(/(<\/?|\s|xmlns:)w([:=])/g, '$1x$2'))
    const marked = await markDocx(await parts.pack(), [mark('表1', 'R1C1')])
    expect(await documentOf(marked)).not.toMatch(/[<\s]w:/)
    expect((await read(marked)).sheets.map(texts)).toEqual([{ A1: '甲' }])
  })
})

describe('A photo', () => {
  it('loses place, time and all other notes of the camera, and stays the same picture', () => {
    const bytes = withoutMetadata(photo({ taken: '2017:06:10 09:30:00', place: true }))
    expect(Buffer.from(bytes).equals(photo())).toBe(true)
  })

  it('loses comments, colour profiles and a film behind its end; its colour transform stays', () => {
    const plain = photo()
    const comment = Buffer.from('fffe0005616263', 'hex')
    const profile = Buffer.from('ffe20006494343', 'hex')
    const adobe = Buffer.from('ffee000e41646f626500640000000001', 'hex')
    const more = Buffer.concat([
      plain.subarray(0, 2),
      comment,
      Buffer.concat([profile, Buffer.from([0])]),
      adobe,
      plain.subarray(2),
      Buffer.from('ftypmp42'),
    ])
    const kept = Buffer.concat([plain.subarray(0, 2), adobe, plain.subarray(2)])
    expect(Buffer.from(withoutMetadata(more)).equals(kept)).toBe(true)
  })

  it('that is none is not taken for one', () => {
    expect(() => withoutMetadata(Buffer.from('<html>'))).toThrow('the picture is not a JPEG')
  })
})

// What follows takes documents apart.

async function read(bytes: Buffer): Promise<Book> {
  const result = await readBytes(bytes, 'a.docx')
  if ('refusal' in result) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.book
}

async function documentOf(bytes: Buffer): Promise<string> {
  return (await openParts(bytes)).text('word/document.xml') ?? ''
}

async function commentsOf(bytes: Buffer): Promise<string[]> {
  const parts = await openParts(bytes)
  const xml = parts.text('word/comments.xml') ?? ''
  return elementsOf(xml, 'comment').map(({ raw }) => wordsIn(raw))
}

function colourIn(cell: string): string | undefined {
  return attribute(elementsOf(cell, 'shd')[0]?.raw ?? '', 'fill')
}

function texts(sheet: Book['sheets'][number]): Record<string, string> {
  return Object.fromEntries(Object.entries(sheet.cells).map(([place, { text }]) => [place, text]))
}
