import type { Flag } from './row.ts'

/**
 * The facts of one form added up over its rows, for each span of revisions in which they were in force: what
 * tables of figures are read from. It follows from the observations and says nothing of its own.
 */
export interface TallyTable {
  submission: string
  campaign: string | null
  organization: string
  region: string | null
  group: string | null
  measure: string
  qualifier: string
  basis: string
  sample: Flag
  since: number
  until: number | null
  value: number | null
  /** How many cells with a number are in it. */
  cells: number
}
