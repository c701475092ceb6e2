import type { Flag, Json, RecordTable } from './row.ts'

export interface FindingValue {
  readonly severity: string
  readonly code: string
  readonly message: { readonly zh: string; readonly en: string }
  readonly sheet?: string
  readonly cell?: string
  readonly field?: string
}

export interface TotalValue {
  readonly field: string
  readonly sheet: string
  readonly cell: string
  readonly declared: number | null
  readonly computed: number | null
  readonly qualifier: string
}

/** One filed form. Never edited: a row changes only in its status and in what replaces it. */
export interface SubmissionTable extends RecordTable {
  template: string
  organization: string | null
  campaign: string | null
  period: string | null
  periodFrom: string | null
  periodTo: string | null
  receivedAt: string
  due: string | null
  daysLate: number | null
  status: string
  supersedes: string | null
  supersededBy: string | null
  fileName: string | null
  sha256: string
  sheet: string | null
  nil: Flag
  findings: Json<FindingValue[]>
  totals: Json<TotalValue[]>
}

/**
 * The hub's own note of a filed form: which claims of which form hold is computed from these rows.
 * It is kept for ever; a withdrawal only marks it.
 */
export interface FilingTable {
  submission: string
  sequence: number
  sha256: string
  receivedAt: string
  template: string
  verdict: string
  /** Forms of one scope replace each other: template, campaign, reporter. Null: forms add up. */
  scope: string | null
  period: string | null
  final: Flag
  sample: Flag
  enteredIn: number
  withdrawnIn: number | null
  /** 1 while the desk has yet to release it (`HUB_PUBLISH=approval`): it is received, and counts for nothing. */
  awaiting: Flag
  stored: Json<Record<string, unknown>>
}

/** What one form says about one record. A held claim keeps the place of a row that must be corrected. */
export interface ClaimTable {
  submission: string
  position: number
  type: string
  record: string
  held: Flag
  content: Json<Record<string, unknown>>
}
