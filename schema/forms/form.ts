import type { RecordType } from '../database.ts'
import type { Bilingual, Term, TermRecord } from '../terms/term.ts'

/** How the cells of a column are understood. */
export type Reader =
  | { readonly as: 'name' | 'hours' | 'money' | 'audience' | 'links' | 'ignored' | 'private' }
  | {
      readonly as: 'number'
      readonly units: string
      readonly integer: boolean
      readonly maximum: number
    }
  | {
      readonly as:
        | 'text'
        | 'date'
        | 'degrees'
        | 'yesno'
        | 'list'
        | 'positions'
        | 'credit'
        | 'phone'
        | 'hoursOpen'
    }
  | { readonly as: 'code' | 'codes'; readonly list: TermRecord }
  /** A day, a span of days, a list or a recurrence, with clock times where they are given. */
  | { readonly as: 'when' | 'day' | 'tick' | 'photos' }
  | { readonly as: 'region' }
  | { readonly as: 'reference'; readonly to: Referable }

/** What a cell may name by its number. */
export type Referable = 'organization' | 'station' | 'campaign' | 'standard' | 'indicator'

export interface Column {
  readonly field: string
  readonly term: Term
  readonly reader: Reader
  readonly required?: boolean
  /** The measure that the column's numbers are facts of. */
  readonly measure?: string
  /** Its blank comes with this column filled in: a row that says no more than that is no row. */
  readonly printed?: true
  /** The printed title above this one, where the header has two rows (覆盖人群). */
  readonly over?: Term
}

export interface Table {
  readonly kind: 'activity' | 'media' | 'row'
  readonly columns: readonly Column[]
  /** Fields that must all be found for a row of titles to be this table's header. */
  readonly known: readonly string[]
}

/** An official table, described once as data. Reading, checking, blanks and dictionaries come from it. */
export interface Form {
  readonly code: string
  readonly version: number
  readonly name: Bilingual
  /** The document that prints it; absent for a hub form (the documents ask for the data, not the table). */
  readonly document?: string
  readonly clause?: string
  /** `rows` under a row of titles, a `card` of labels and boxes (one activity each), or a `letter`. */
  readonly layout: 'rows' | 'card' | 'letter'
  /** What it is filed as: figures of a campaign, single activities, a piece of writing, or a register. */
  readonly filedAs: 'statistics' | 'activities' | 'letter' | 'register'
  readonly tables: readonly Table[]
  /** What its rows become. */
  readonly record: RecordType
  /** A register that may say that it is complete for a region: what it does not list is closed. */
  readonly mayBeComplete?: true
  /** Whether a further file for the same period adds to what was filed or replaces it. */
  readonly again: 'adds' | 'replaces'
}

export function columnOf(table: Table, field: string): Column | undefined {
  return table.columns.find((column) => column.field === field)
}
