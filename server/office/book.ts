/** How a value is shown; the writer knows one look for each. */
export type Style = 'title' | 'header' | 'total' | 'note' | 'input' | 'free'

export type Plain = string | number | boolean | null

export interface Styled {
  readonly value: Plain
  readonly style?: Style
  /** `text` keeps `0012` as typed; `date` takes `2019-03-05` or `2019-03-05T19:30`. */
  readonly format?: 'text' | 'number' | 'date'
}

export interface WrittenSheet {
  readonly name: string
  /** Column widths in characters, from column A on. */
  readonly widths?: readonly number[]
  readonly rows: readonly (readonly (Plain | Styled)[])[]
  /** Areas such as `A1:K1`. */
  readonly merges?: readonly string[]
  /** Drop-down lists. */
  readonly validations?: readonly Validation[]
  /** So many rows stay in view when the sheet is scrolled. */
  readonly freezeRows?: number
  /** Titles and headings cannot be overwritten by mistake (no password); empty cells stay open. */
  readonly protect?: boolean
}

/** What a spreadsheet helps with while cells are filled in: choices, and a word of advice. */
export interface Validation {
  readonly range: string
  readonly list?: readonly string[]
  /** Shown when a cell is chosen, at most 255 characters. */
  readonly prompt?: string
}

export interface WrittenBook {
  readonly sheets: readonly WrittenSheet[]
}
