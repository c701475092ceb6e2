/** Parts of the graph's answers that several pages share. */

export interface Source {
  readonly field?: string | null
  readonly sheet: string | null
  readonly cell: string | null
  readonly raw: string | null
  readonly clause: string | null
  readonly submission: { readonly id: string; readonly fileName: string | null } | null
  readonly document: { readonly id: string; readonly title: string } | null
}

export interface Named {
  readonly id: string
  readonly name: string
}

export interface Rate {
  readonly expected: number
  readonly received: number
  readonly late: number
  readonly missing: readonly Named[]
}

export interface Figure {
  readonly id: string
  readonly measure: string
  readonly value: number | null
  readonly qualifier: string
  readonly status: string
  readonly unit: string
  readonly sample: boolean
  readonly sourceCount: number
  readonly reporting?: Rate
  readonly sources: readonly FigureSource[]
}

export interface FigureSource {
  /** The row that the cell stands in, where it may be told. */
  readonly activity?: { readonly name: string } | null
  readonly withheld?: string | null
  readonly sheet: string | null
  readonly cell: string | null
  readonly raw: string | null
  readonly submission:
    | (Pick<NonNullable<Source['submission']>, 'id'> & {
        readonly fileName?: string | null
        readonly organization?: Named | null
        readonly period?: { readonly label: string } | null
      })
    | null
}

export interface Place {
  readonly id: string
  readonly name: string
  readonly address: string | null
  readonly location: { readonly lat: number; readonly lon: number } | null
  readonly locationPrecision?: string
  readonly sample: boolean
}
