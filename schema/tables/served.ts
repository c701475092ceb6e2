import type { Flag } from './row.ts'

/**
 * How many of an audience a campaign served in one county, zone, or line of city units or colleges, as far as
 * it may be told: the finest count of people served that any door knows.
 */
export interface ServedTable {
  campaign: string
  /** `441202`, `Z-ZQ-GXQ`, `441200-UNITS`, `441200-COLLEGES`. */
  line: string
  /** `A01` to `A99`; `NONE` where one count covers several audiences or none is named. */
  audience: string
  since: number
  until: number | null
  /** Null where the count is withheld: what may not be told is not kept here either. */
  value: number | null
  qualifier: string
  /** How many rows of forms the count adds up. */
  rows: number
  sample: Flag
}
