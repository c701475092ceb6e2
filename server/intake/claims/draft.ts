import type { RecordType } from '../../../schema/database.ts'
import type { SourceRef } from '../../../schema/tables/row.ts'
import type { Claim } from '../../records/claim.ts'
import type { JudgedRow } from '../judged.ts'

/** What every claim of one form shares. */
export interface Origin {
  readonly submission: string
  readonly sheet: string
  readonly sample: boolean
}

/** The cells that a row's fields were read from. */
export function sourcesOf(origin: Origin, row: JudgedRow, fields: readonly string[]): SourceRef[] {
  return fields.flatMap((field) => {
    const cell = row.cells[field]
    if (cell === undefined || cell.raw === null) return []
    const { submission } = origin
    const sheet = row.sheet ?? origin.sheet
    return [{ field, submission, sheet, cell: cell.cell, raw: cell.raw }]
  })
}

export function claimOf(
  type: RecordType,
  record: string,
  origin: Origin,
  values: Readonly<Record<string, unknown>>,
  sources: readonly SourceRef[],
): Claim {
  return { type, record, content: { values, sources, sample: origin.sample } }
}

/** The value that a cell was understood as; undefined where the form has no such cell. */
export function valueIn(row: JudgedRow, field: string): unknown {
  return row.cells[field]?.value
}
