import type { Column, Form } from '../../../schema/forms/form.ts'
import { hintOf } from '../../../schema/forms/hint.ts'
import { a2Categories } from '../../../schema/terms/submission.ts'
import { columnName } from '../../office/address.ts'
import type { Plain, Styled, Validation, WrittenBook } from '../../office/book.ts'
import type { Prefilled } from './filled.ts'

/** Where the boxes of the card stand: label and box side by side, as the annex prints them. */
const CARD: readonly (readonly string[])[] = [
  ['organizationName'],
  ['registeredOn', 'competentBody'],
  ['leaderName', 'leaderPhone'],
  ['time', 'place'],
  ['volunteerHeadcount', 'hoursRecorded'],
  ['projectPublished'],
  ['summary'],
  ['photos'],
]

/** 附件1 as a workbook: one card a sheet; the sheet can be copied for the next activity (此表可复制). */
export function blankCard(form: Form, { unit }: Prefilled): WrittenBook {
  const columns = form.tables[0]?.columns ?? []
  const find = (field: string) => columns.find((one) => one.field === field) as Column
  const rows: (Plain | Styled)[][] = [
    [{ value: form.name.zh, style: 'title' }],
    [free('填表时间：'), null, free('单位盖章：')],
  ]
  const merges = ['A1:D1', 'A2:B2', 'C2:D2']
  const validations: Validation[] = []
  for (const fields of CARD) {
    const top = rows.length + 1
    const cells = fields.flatMap((field) => [label(find(field)), box(field, unit)])
    rows.push(fields.length === 1 ? [...cells, box('', ''), box('', '')] : cells)
    if (fields.length === 1) merges.push(`B${top}:D${top}`)
    fields.forEach((field, i) => {
      const at = `${columnName(2 + i * 2)}${top}`
      validations.push(helpOn(find(field), `${at}:${at}`))
    })
  }
  return {
    sheets: [
      { name: '活动情况表', widths: [22, 30, 22, 30], protect: true, rows, merges, validations },
    ],
  }
}

/** 附件2 as printed: eight rows for district units, nine for sub-districts. */
export function blankWeekly(form: Form, { unit }: Prefilled): WrittenBook {
  const columns = form.tables[0]?.columns ?? []
  const rows: (Plain | Styled)[][] = [
    [{ value: form.name.zh, style: 'title' }],
    [free('活动开展时间：　　月第　　周'), null, null, free(`填表单位：${unit}`)],
    columns.map(({ term }) => ({ value: term.zh, style: 'header' as const })),
  ]
  const merges = ['A1:E1', 'A2:C2', 'D2:E2']
  for (const [code, count] of [
    ['DISTRICT_UNIT', 8],
    ['SUBDISTRICT', 9],
  ] as const) {
    merges.push(`A${rows.length + 1}:A${rows.length + count}`)
    for (let i = 0; i < count; i++) {
      const first: Styled = { value: i === 0 ? a2Categories[code].zh : null, style: 'header' }
      rows.push([first, ...columns.slice(1).map((): Styled => ({ value: null, style: 'input' }))])
    }
  }
  const last = rows.length
  const validations = columns
    .map((column, i) => ({ column, letter: columnName(i + 1) }))
    .slice(1)
    .map(({ column, letter }) => helpOn(column, `${letter}4:${letter}${last}`))
  return {
    sheets: [
      {
        name: '汇总表',
        widths: [12, 30, 46, 26, 16],
        protect: true,
        rows,
        merges,
        validations,
        freezeRows: 3,
      },
    ],
  }
}

const free = (value: string): Styled => ({ value, style: 'free' })
const label = ({ term }: Column): Styled => ({ value: term.zh, style: 'header' })
const box = (field: string, unit: string): Styled => ({
  value: field === 'organizationName' && unit !== '' ? unit : null,
  style: 'input',
})

function helpOn(column: Column, range: string): Validation {
  const list = column.reader.as === 'tick' ? ['是', '否'] : undefined
  return { range, ...(list && { list }), prompt: hintOf(column).zh }
}
