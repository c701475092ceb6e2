/** What is looked for in one state of a record; all of it folded (`server/records/fold.ts`). */
export interface SearchTable {
  /** The row of its words in the index of words. */
  key: number
  record: string
  since: number
  /** Its names and its address. */
  text: string
  /** The codes of what it offers. */
  codes: string
  /** Its names without 市, 区, 县 and their like. */
  short: string
  /** The first letters of the syllables of both. */
  initials: string
  /** The syllables of both, each after an apostrophe. */
  pinyin: string
}

/** The index of words: an FTS5 table or one with a GIN index, told apart in `server/store/words.ts` alone. */
export interface WordTable {
  rowid: number
  words: string
}
