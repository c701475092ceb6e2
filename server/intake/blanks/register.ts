import type { Column, Form } from '../../../schema/forms/form.ts'
import { hintOf } from '../../../schema/forms/hint.ts'
import { registerFields } from '../../../schema/terms/fields.ts'
import { registerExtents } from '../../../schema/terms/submission.ts'
import { columnName } from '../../office/address.ts'
import type { Styled, Validation, WrittenBook } from '../../office/book.ts'

const LAST_ROW = 5000

/** A register with a row of titles, the choices of each column, and a word of advice. */
export function blankRegister(form: Form): WrittenBook {
  const columns = form.tables[0]?.columns ?? []
  const head = form.mayBeComplete ? [EXTENT] : []
  return {
    sheets: [
      {
        name: form.name.zh.replace(/（.*$/, ''),
        widths: columns.map(widthOf),
        protect: true,
        rows: [
          [{ value: form.name.zh, style: 'title' }],
          ...head,
          columns.map(({ term }) => ({
            value: term.zh,
            style: 'header' as const,
          })),
        ],
        merges: columns.length > 1 ? [`A1:${columnName(columns.length)}1`] : [],
        validations: [
          ...columns.map((column, i) => helpOf(column, i, 3 + head.length)),
          ...(form.mayBeComplete ? [EXTENTS] : []),
        ],
        freezeRows: 2 + head.length,
      },
    ],
  }
}

/** Whether it is complete, and for where; a supplement unless somebody says otherwise. */
const EXTENT: readonly Styled[] = [
  { value: `${registerFields.extent.zh}：`, style: 'note' },
  { value: registerExtents.SUPPLEMENT.zh, style: 'input' },
  { value: `${registerFields.covers.zh}：`, style: 'note' },
  { value: null, style: 'input' },
]

const EXTENTS: Validation = {
  range: 'B2',
  list: Object.values(registerExtents).map((term) => term.zh),
  prompt: '补充：只增改所列各行。完整：适用区划内没有列出的，将标为关闭；请同时填适用区划',
}

/** The choices of a column, where it has some, and what to write in it. */
export function helpOf(column: Column, index: number, top: number): Validation {
  const letter = columnName(index + 1)
  const range = `${letter}${top}:${letter}${LAST_ROW}`
  const list = choicesOf(column)
  return { range, ...(list && { list }), prompt: hintOf(column).zh }
}

function choicesOf({ reader }: Column): string[] | undefined {
  if (reader.as === 'yesno' || reader.as === 'tick') return ['是', '否']
  if (reader.as !== 'code') return undefined
  return Object.values(reader.list).map((term) => term.zh)
}

function widthOf({ reader, term }: Column): number {
  if (reader.as === 'text' || reader.as === 'hoursOpen') return 26
  return Math.max(12, term.zh.length * 2 + 4)
}
