import type { Column, Form, Table } from '../../../schema/forms/form.ts'
import { hintOf } from '../../../schema/forms/hint.ts'
import { audiences } from '../../../schema/terms/campaign.ts'
import { a2Categories } from '../../../schema/terms/submission.ts'
import type { WrittenCell, WrittenDocument, WrittenTable } from '../../office/document.ts'
import { NOTHING, type Prefilled } from './filled.ts'

/** A blank copy of a form as a Word document; null where the form is a register. */
export function blankDocument(form: Form, filled: Prefilled = NOTHING): WrittenDocument | null {
  if (form.layout === 'letter') return letter(form, filled)
  if (form.layout === 'card') return card(form, filled)
  if (form.filedAs === 'activities') return weekly(form, filled)
  return form.filedAs === 'statistics' ? statistics(form, filled) : null
}

const head = (text: string): WrittenCell => ({ text, look: 'header' })
const title = (form: Form) => ({ text: form.name.zh, look: 'title' }) as const
const small = (text: string) => ({ text, look: 'small' }) as const

/** 附件1: label and box side by side; the table can be copied for the next activity. */
function card(form: Form, { unit }: Prefilled): WrittenDocument {
  const columns = form.tables[0]?.columns ?? []
  const label = (field: string) => head(find(columns, field).term.zh)
  const ticks: WrittenCell = { boxes: [{ label: '是' }, { label: '否' }] }
  const table: WrittenTable = {
    widths: [22, 28, 22, 28],
    rows: [
      [label('organizationName'), unit || null, null, null],
      [label('registeredOn'), null, label('competentBody'), null],
      [label('leaderName'), null, label('leaderPhone'), null],
      [label('time'), null, label('place'), null],
      [label('volunteerHeadcount'), null, label('hoursRecorded'), ticks],
      [label('projectPublished'), ticks, null, null],
      [label('summary'), { height: 45 }, null, null],
      [label('photos'), { height: 70 }, null, null],
    ],
    merges: ['B1:D1', 'B6:D6', 'B7:D7', 'B8:D8'],
  }
  const hints = ['time', 'volunteerHeadcount', 'photos'].map((field) => {
    const column = find(columns, field)
    return small(`${column.term.zh}：${hintOf(column).zh}`)
  })
  return {
    blocks: [
      title(form),
      { text: '填表时间：　　　　　　　　　　单位盖章：' },
      table,
      small('（此表可复制，一项活动一张表）'),
      ...hints,
    ],
  }
}

function weekly(form: Form, { unit }: Prefilled): WrittenDocument {
  const columns = form.tables[0]?.columns ?? []
  const rows: (string | null | WrittenCell)[][] = [columns.map(({ term }) => head(term.zh))]
  const merges: string[] = []
  for (const [code, count] of [
    ['DISTRICT_UNIT', 8],
    ['SUBDISTRICT', 9],
  ] as const) {
    merges.push(`A${rows.length + 1}:A${rows.length + count}`)
    for (let i = 0; i < count; i++) {
      rows.push([i === 0 ? head(a2Categories[code].zh) : null, null, null, null, null])
    }
  }
  return {
    landscape: true,
    blocks: [
      title(form),
      { text: `活动开展时间：　　月第　　周　　　　　　填表单位：${unit}` },
      { widths: [10, 26, 38, 26, 14], rows, merges, headerRows: 1 },
      small('（此表可复制）'),
    ],
  }
}

function statistics(form: Form, { unit, period }: Prefilled): WrittenDocument {
  const [activities, media] = form.tables as readonly [Table, Table]
  const said = period === null ? '' : `${period.from}至${period.to}`
  const blanks = (table: Table): (WrittenCell | string | null)[][] =>
    [1, 2, 3].map((number) =>
      table.columns.map(({ reader }, i) =>
        i === 0 ? String(number) : reader.as === 'audience' ? { choices: AUDIENCES } : null,
      ),
    )
  const total = (table: Table) => table.columns.map((_, i) => (i === 0 ? head('合计') : null))
  const over = activities.columns.findIndex((column) => column.over !== undefined)
  return {
    landscape: true,
    blocks: [
      title(form),
      { text: `填报单位（盖章）：${unit}　　　　　　报送期：${said}` },
      {
        widths: [6, 30, 12, 13, 16, 12, 14, 16],
        rows: [
          activities.columns.map((column, i) =>
            column.over === undefined
              ? head(column.term.zh)
              : i === over
                ? head(column.over.zh)
                : null,
          ),
          activities.columns.map((column) =>
            column.over === undefined ? null : head(column.term.zh),
          ),
          ...blanks(activities),
          total(activities),
        ],
        merges: ['E1:F1', ...'ABCDGH'.split('').map((letter) => `${letter}1:${letter}2`)],
        headerRows: 2,
      },
      { text: '媒体宣传情况' },
      {
        widths: [6, 30, 14, 14, 30, 16],
        rows: [media.columns.map(({ term }) => head(term.zh)), ...blanks(media), total(media)],
        headerRows: 1,
      },
      { text: '联系人：　　　　　　　　联系电话：' },
    ],
  }
}

const AUDIENCES = Object.values(audiences).map((one) => one.zh)

/** The summary has no printed layout: headings for what it must hold (Z19-20). */
function letter(form: Form, { unit }: Prefilled): WrittenDocument {
  return {
    blocks: [
      title(form),
      { text: `填报单位：${unit}` },
      { text: '一、活动开展情况' },
      { text: '' },
      { text: '二、先进典型事迹素材' },
      { text: '' },
      { text: '三、新闻宣传链接及截图' },
      { text: '' },
      small('须含新闻宣传链接、截图以及先进典型事迹素材；活动开展情况统计表另附或粘贴于后。'),
    ],
  }
}

function find(columns: readonly Column[], field: string): Column {
  const column = columns.find((one) => one.field === field)
  if (column === undefined) throw new Error(`the form prints no ${field}`)
  return column
}
