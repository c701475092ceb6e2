import type { Json, RecordTable } from './row.ts'

export interface ClauseValue {
  readonly ref: string
  readonly place: string
  readonly text: string
  readonly gloss: string
}

export interface DocumentTable extends RecordTable {
  title: string
  number: string | null
  issuers: Json<string[]>
  /** EDTF: `2019-03-06`, `2021`, or null where the source is not legible. */
  issuedOn: string | null
  issuedOnNote: Json<{ zh: string; en: string }> | null
  region: string
  cites: Json<string[]>
  notes: Json<{ zh: string; en: string }[]>
  clauses: Json<ClauseValue[]>
}
