import type { Column, Form } from '../../../schema/forms/form.ts'
import { hintOf } from '../../../schema/forms/hint.ts'
import { columnName } from '../../office/address.ts'
import type { Validation, WrittenBook } from '../../office/book.ts'

const LAST_ROW = 5000

/** A register with a row of titles, the choices of each column, and a word of advice. */
export function blankRegister(form: Form): WrittenBook {
  const columns = form.tables[0]?.columns ?? []
  return {
    sheets: [
      {
        name: form.name.zh.replace(/（.*$/, ''),
        widths: columns.map(widthOf),
        protect: true,
        rows: [
          [{ value: form.name.zh, style: 'title' }],
          columns.map(({ term }) => ({
            value: term.zh,
            style: 'header' as const,
          })),
        ],
        merges: columns.length > 1 ? [`A1:${columnName(columns.length)}1`] : [],
        validations: columns.map((column, i) => helpOf(column, i, 3)),
        freezeRows: 2,
      },
    ],
  }
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
