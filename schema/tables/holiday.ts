import type { RecordTable } from './row.ts'

/** A public holiday, or a working day made up for one (调休), as the State Council published it. */
export interface HolidayTable extends RecordTable {
  day: string
  kind: string
  nameZh: string
  nameEn: string
  basis: string | null
}
