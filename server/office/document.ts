export interface WrittenDocument {
  /** A4 lying on its side. */
  readonly landscape?: boolean
  readonly blocks: readonly WrittenBlock[]
}

export type WrittenBlock = WrittenParagraph | WrittenTable

export interface WrittenParagraph {
  readonly text: string
  readonly look?: 'title' | 'text' | 'small'
  /** Stands at the top of a new page. */
  readonly newPage?: boolean
}

export interface WrittenTable {
  /** How wide the columns are, compared with each other; together they fill the page. */
  readonly widths: readonly number[]
  /** Cells in their columns; what a merged area covers is passed over. */
  readonly rows: readonly (readonly (string | null | WrittenCell)[])[]
  /** Areas such as `A1:B2`, as in a sheet. */
  readonly merges?: readonly string[]
  /** So many rows are repeated on each page. */
  readonly headerRows?: number
}

export interface WrittenCell {
  readonly text?: string
  /** `header` is shaded and bold; `label` is centred; `small` is for notes. */
  readonly look?: 'header' | 'label' | 'small'
  /** A list to choose one from; `text`, where given, is the one chosen. */
  readonly choices?: readonly string[]
  /** Boxes to tick, each with its words behind it. */
  readonly boxes?: readonly WrittenBox[]
  /** JPEG or PNG, one below the other. */
  readonly pictures?: readonly Uint8Array[]
  /** At least so many millimetres high. */
  readonly height?: number
}

export interface WrittenBox {
  readonly label: string
  readonly ticked?: boolean
}
