import type { Lang } from '../../schema/terms/term.ts'
import type { Db } from '../store/open.ts'

/** A row of a download: a value for each column of its dataset, by name. */
export type TableRow = Readonly<Record<string, unknown>>

/** How the rows of a dataset are read as of a revision, in batches, always in the same order. */
export interface Table {
  readonly dataset: string
  rows(db: Db, at: number, lang: Lang): AsyncIterable<TableRow[]>
}

export const BATCH = 1000
