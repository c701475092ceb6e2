import type { Form, Table } from '../../../schema/forms/form.ts'
import { hintOf } from '../../../schema/forms/hint.ts'
import { audiences } from '../../../schema/terms/campaign.ts'
import { columnName } from '../../office/address.ts'
import type { Plain, Styled, Validation, WrittenBook } from '../../office/book.ts'
import type { Prefilled } from './filled.ts'

const ROWS = 3 // as printed; more can be inserted

/** The statistics form as it is printed: two tables, three rows each, and their totals. */
export function printedZq19(form: Form, { unit, period }: Prefilled): WrittenBook {
  const [activities, media] = form.tables as readonly [Table, Table]
  const said = period === null ? '' : `${period.from}至${period.to}`
  const mediaTop = 5 + ROWS + 1
  return {
    sheets: [
      {
        name: '统计表',
        widths: [6, 34, 12, 14, 18, 12, 14, 16],
        protect: true,
        rows: [
          [{ value: '2019肇庆市“学雷锋全民志愿服务行动月”活动开展情况统计表', style: 'title' }],
          [open(`填报单位（盖章）：${unit}`), null, null, null, null, open(`报送期：${said}`)],
          activities.columns.map(({ term, over }, i) =>
            head(over === undefined ? term.zh : isFirst(activities, i) ? over.zh : ''),
          ),
          activities.columns.map(({ term, over }) => head(over === undefined ? '' : term.zh)),
          ...lines(activities.columns.length),
          [{ value: '合计', style: 'total' }],
          [{ value: '媒体宣传情况', style: 'title' }],
          media.columns.map(({ term }) => head(term.zh)),
          ...lines(media.columns.length),
          [{ value: '合计', style: 'total' }],
          [open('联系人：')],
          [open('联系电话：')],
        ],
        merges: [
          'A1:H1',
          'A2:E2',
          'F2:H2',
          ...'ABCDGH'.split('').map((column) => `${column}3:${column}4`),
          'E3:F3',
          `A${mediaTop}:H${mediaTop}`,
        ],
        validations: [
          ...advice(activities, 5),
          ...advice(media, mediaTop + 2),
          { range: `E5:E${4 + ROWS}`, list: Object.values(audiences).map((one) => one.zh) },
        ],
      },
    ],
  }
}

const head = (value: string): Styled => ({ value, style: 'header' })
const open = (value: string): Styled => ({ value, style: 'free' })
const isFirst = ({ columns }: Table, index: number) => columns[index - 1]?.over === undefined

function lines(columns: number): (Plain | Styled)[][] {
  return Array.from({ length: ROWS }, (_, row) =>
    Array.from(
      { length: columns },
      (_, i): Styled => ({ value: i === 0 ? row + 1 : null, style: 'input' }),
    ),
  )
}

/** A word of advice on each cell that is to be filled in; a drop-down has its own. */
function advice({ columns }: Table, top: number): Validation[] {
  return columns.flatMap((column, i) => {
    if (column.reader.as === 'ignored' || column.reader.as === 'audience') return []
    const letter = columnName(i + 1)
    return [{ range: `${letter}${top}:${letter}${top + ROWS - 1}`, prompt: hintOf(column).zh }]
  })
}
