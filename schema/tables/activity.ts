import type { Flag, Json, RecordTable } from './row.ts'

export interface ActivityTable extends RecordTable {
  nameZh: string
  organization: string
  campaign: string | null
  /** Code of the sub-action or group; null where no word of the name says which. */
  group: string | null
  region: string | null
  place: string | null
  startsOn: string | null
  endsOn: string | null
  /** Moments (UTC), where the form names a clock time. */
  startsAt: string | null
  endsAt: string | null
  /** Every single day, where the form lists days or a recurrence. */
  dates: Json<string[]>
  summary: string | null
  hoursRecorded: Flag | null
  projectPublished: Flag | null
  /** How many scene photos came with the form; none of them is published. */
  photos: number | null
  organizerNames: Json<string[]>
  submission: string
  sheet: string
  row: number
  /** How the row of a resent form is found again: reporter, period, number. */
  position: number
}

export interface MediaTable extends RecordTable {
  nameZh: string
  activity: string | null
  organization: string
  campaign: string | null
  region: string | null
  channel: string
  count: number
  url: string | null
  submission: string
  position: number
}

/**
 * One measured fact of one activity or media row, as read from one cell.
 * It lives and ends with the record that it belongs to.
 */
export interface ObservationTable {
  record: string
  since: number
  until: number | null
  measure: string
  /** Audience type, for beneficiary person-times only. Not published before the guard. */
  audience: string | null
  value: number | null
  qualifier: string
  status: string
  campaign: string | null
  organization: string
  region: string | null
  group: string | null
  periodFrom: string | null
  sample: Flag
  /** SUM_OF_ROWS, or PLATFORM_OF_RECORD: a platform's total for a reporter, which outranks its rows. */
  basis: string
  submission: string
  sheet: string
  cell: string
  raw: string | null
}

/** The figures of a reporter in the platform of record: they outrank those of its forms (Z19-19). */
export interface PlatformTable extends RecordTable {
  campaign: string
  organization: string
  region: string | null
  platform: string
  exportedOn: string | null
  volunteerPersonTimes: number | null
  organizationCount: number | null
  serviceHours: number | null
}
