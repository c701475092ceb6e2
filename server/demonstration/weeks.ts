import { hz17A2 } from '../../schema/forms/hz17.ts'
import { annexFields as words } from '../../schema/terms/fields.ts'
import { a2Categories } from '../../schema/terms/submission.ts'
import type { Plain, Styled } from '../office/book.ts'
import { writeDocx } from '../office/docx.ts'
import { writeXlsx } from '../office/xlsx.ts'
import { csvBytes, type Row } from './register.ts'

type Category = keyof typeof a2Categories

/** One line of annex 2: which organization did what, when, with how many volunteers. */
export interface Line {
  readonly organization: string
  readonly summary: string
  readonly time: string
  readonly heads: number | string
}

/** Annex 2 of Huizhou as a district filled it in (HZ17-A2). */
export interface Week {
  readonly unit: string
  /** `6月第5周`; empty where the printed blanks were left open. */
  readonly week: string
  readonly lines: Readonly<Record<Category, readonly Line[]>>
  /** The sum as the office typed it; absent where it added none. */
  readonly total?: number
}

const HEADER = [
  words.category,
  words.organizationName,
  words.summary,
  { zh: '日期及时间' },
  { zh: '志愿者参加人数' },
].map(({ zh }) => zh)

export function weekBook(week: Week): Promise<Buffer> {
  const { rows, merges } = laidOut(week)
  const header: Styled[] = HEADER.map((value) => ({ value, style: 'header' }))
  const above: (Plain | Styled)[][] = [
    [{ value: hz17A2.name.zh, style: 'title' }],
    [said(week), null, null, unit(week)],
    header,
  ]
  return writeXlsx({
    sheets: [
      {
        name: '汇总表',
        widths: [12, 34, 46, 26, 16],
        rows: [...above, ...rows],
        merges: ['A1:E1', 'A2:C2', 'D2:E2', ...merges(above.length)],
      },
    ],
  })
}

export function weekDocument(week: Week): Promise<Buffer> {
  const { rows, merges } = laidOut(week)
  const cells = rows.map((row) => row.map((value) => (value === null ? null : String(value))))
  const header = HEADER.map((text) => ({ text, look: 'header' as const }))
  return writeDocx({
    landscape: true,
    blocks: [
      { text: hz17A2.name.zh, look: 'title' },
      { text: `${said(week)}　　　　${unit(week)}` },
      {
        widths: [10, 26, 38, 26, 14],
        rows: [header, ...cells],
        merges: merges(1),
        headerRows: 1,
      },
      { text: '（此表可复制）', look: 'small' },
    ],
  })
}

export function weekCsv(week: Week): Buffer {
  const above: Row[] = [[hz17A2.name.zh], [said(week), null, null, unit(week)], HEADER]
  return csvBytes([...above, ...laidOut(week).rows], 'gb18030')
}

const said = ({ week }: Week) => `${words.week.zh}：${week || '　月第　周'}`
const unit = (week: Week) => `${words.formUnit.zh}：${week.unit}`

/** The category stands once, merged over its lines where the program can merge. */
function laidOut({ lines, total }: Week) {
  const rows: Row[] = []
  const spans: [first: number, last: number][] = []
  for (const category of ['DISTRICT_UNIT', 'SUBDISTRICT'] as const) {
    const own = lines[category]
    if (own.length > 1) spans.push([rows.length + 1, rows.length + own.length])
    own.forEach(({ organization, summary, time, heads }, i) => {
      rows.push([i === 0 ? a2Categories[category].zh : null, organization, summary, time, heads])
    })
  }
  if (total !== undefined) rows.push(['合计', null, null, null, total])
  const merges = (above: number) =>
    spans.map(([first, last]) => `A${above + first}:A${above + last}`)
  return { rows, merges }
}
