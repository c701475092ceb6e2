import type { FindingValue, TotalValue } from '../../schema/tables/submission.ts'

/** One cell as it was understood. Text that holds personal data has neither raw nor value. */
export interface JudgedCell {
  readonly cell: string
  readonly raw: string | null
  readonly value: unknown
  readonly qualifier?: string
  readonly low?: number
  readonly high?: number
  readonly parts?: readonly number[]
  readonly goods?: string
  readonly plays?: number
  readonly text?: string
  readonly asDate?: string
  readonly startTime?: string
  readonly endTime?: string
  readonly partOfDay?: string
  readonly openEnded?: true
  readonly fuzzy?: true
}

export interface JudgedCoverage {
  readonly audience?: JudgedCell
  readonly beneficiaryPersonTimes?: JudgedCell
}

/** One row as it was understood; a held row reaches nothing public until it is corrected. */
export interface JudgedRow {
  readonly kind: 'activity' | 'media' | 'row'
  readonly row: number
  readonly held: boolean
  readonly cells: Readonly<Record<string, JudgedCell>>
  readonly coverage?: readonly JudgedCoverage[]
  /** Of a form that goes on in a further table of a Word document: that table. */
  readonly sheet?: string
}

export interface Counted {
  readonly rows: number
  readonly held: number
}

export interface JudgedReporter {
  readonly raw: string
  readonly organization: string | null
  readonly region: string | null
}

export interface JudgedPeriod {
  readonly from: string
  readonly to: string
}

export type JudgedTotal = Omit<TotalValue, 'sheet'> & { readonly sheet?: string }

/** One form as `hub check --json` gives it. */
export interface JudgedForm {
  readonly template: string
  readonly sheet: string
  readonly reporter: JudgedReporter | null
  readonly period: JudgedPeriod | null
  readonly nil: boolean
  readonly rows: readonly JudgedRow[]
  /** Of a register with more rows than are listed: how many there are; `rows` is empty then. */
  readonly counted?: Counted
  readonly totals: readonly JudgedTotal[]
  readonly findings: readonly FindingValue[]
}

export type Verdict = 'ACCEPTED' | 'NEEDS_CORRECTION' | 'REJECTED'

/** A file that held nothing wrong at all, some cells to correct, or nothing the hub could read. */
export function verdictOf(findings: readonly FindingValue[]): 'ACCEPTED' | 'NEEDS_CORRECTION' {
  return findings.some((finding) => finding.severity === 'ERROR') ? 'NEEDS_CORRECTION' : 'ACCEPTED'
}
