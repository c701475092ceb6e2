import type { Answered } from './ask.ts'

/** One row of a form, as far as numbers were read from it. */
export interface FormRow {
  /** Its number on the sheet, and its name where it has one. */
  readonly row: number
  readonly name: string | null
  /** By measure. */
  readonly cells: ReadonlyMap<string, readonly Answered[]>
}

export interface FormSheet {
  readonly sheet: string
  readonly measures: readonly string[]
  readonly rows: readonly FormRow[]
}

/** The cells of a form as they stand on its sheets: rows in their order, a column for each measure. */
export function sheetsOfForm(cells: readonly Answered[]): FormSheet[] {
  return [...Map.groupBy(cells, (one) => one.sheet ?? '')].map(([sheet, some]) => {
    const rows = [...Map.groupBy(some, (one) => rowOf(one.cell))].map(([row, own]) => ({
      row,
      name: own.find((one) => one.activity)?.activity.name ?? null,
      cells: Map.groupBy(own, (one) => one.field as string),
    }))
    const measures = [...new Set(some.map((one) => one.field as string))]
    return { sheet, measures, rows: rows.sort((a, b) => a.row - b.row) }
  })
}

/** C5 and R5C3 are in row 5. */
function rowOf(cell: string): number {
  const [, word, sheet] = /^R(\d+)C\d+$|(\d+)$/.exec(cell) ?? []
  return Number(word ?? sheet ?? 0)
}

/** Where a cell stands on the page of its form. */
export function cellId(sheet: string | null, cell: string): string {
  return `${sheet ?? ''}!${cell}`.replace(/\s/g, '')
}
