/** A list or object kept as JSON text: `parse` it when it is asked for, not before. */
export type Json<T> = string & { readonly __json?: T }

/** Yes or no, as both databases keep it. */
export type Flag = 0 | 1

export function parse<T>(text: Json<T>): T {
  return JSON.parse(text) as T
}

/** Where a value was read: a cell of a filed form, or a clause of a policy document. */
export interface SourceRef {
  readonly field: string
  readonly submission?: string
  readonly document?: string
  readonly clause?: string
  readonly sheet?: string
  readonly cell?: string
  readonly raw?: string | null
}

/**
 * What every record has. A row lives from revision `since` to revision `until`;
 * it is current while `until` is null. `digest` is the SHA-256 of its stored fields.
 */
export interface RecordTable {
  id: string
  since: number
  until: number | null
  digest: string
  sample: Flag
}

/** Where a state of a record was read; kept apart because it is long and seldom asked for. */
export interface SourceTable {
  record: string
  since: number
  refs: Json<SourceRef[]>
  /** Goes into the digest of the state; dropped with an erased value, so that nobody can try values out on it. */
  salt: string | null
}
