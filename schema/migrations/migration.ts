import type { Kysely, RawBuilder } from 'kysely'

/** The three kinds of column, in the words of the database at hand; text sorts by code point in both. */
export interface ColumnWords {
  /** For what has no words in common: an index of words. */
  readonly engine: 'sqlite' | 'postgres'
  readonly text: RawBuilder<unknown>
  readonly integer: RawBuilder<unknown>
  readonly real: RawBuilder<unknown>
}

/** One step of the database's life. Forward only; never edited once released. */
export interface Migration {
  readonly name: string
  up(db: Kysely<any>, words: ColumnWords): Promise<void>
}
