import type { Bilingual } from '../terms/term.ts'
import type { Flag, Json, RecordTable } from './row.ts'

export interface GroupValue {
  readonly code: string
  readonly parent?: string
  readonly name: Bilingual
  readonly clause: string
  /** Words in an activity's name by which the hub assigns it to this group (a hub parameter). */
  readonly words?: readonly string[]
}

export interface CampaignTable extends RecordTable {
  nameZh: string
  nameEn: string
  slogan: string | null
  region: string
  startsOn: string | null
  endsOn: string | null
  startNote: Json<Bilingual> | null
  organizers: Json<string[]>
  document: string
  clause: string
  method: Json<Bilingual> | null
  groups: Json<GroupValue[]>
}

export interface PeriodValue {
  readonly code: string
  readonly from: string
  readonly to: string
  readonly due: string
}

/** A duty that comes round every week: its periods are computed, not listed. */
export interface WeeklyValue {
  readonly weekday: 'MON' | 'TUE' | 'WED' | 'THU' | 'FRI' | 'SAT' | 'SUN'
  /** `18:00`, Shanghai: what the hub takes for 下班前. */
  readonly cutoff: string
  readonly covers: 'PREVIOUS_WEEK'
  /** The last day of which a week is reported. */
  readonly until: string
}

export interface ObligationTable extends RecordTable {
  campaign: string
  template: string
  rule: Json<Bilingual>
  hubNote: Json<Bilingual> | null
  inferred: Flag
  /** A final form replaces the forms of the other obligations of its campaign. */
  final: Flag
  periods: Json<PeriodValue[]>
  weekly: Json<WeeklyValue> | null
  /** The kinds of reporter that owe it; none named means all. */
  kinds: Json<string[]>
  document: string
  clause: string
}

/** Who has to report for a campaign. */
export interface ReporterTable extends RecordTable {
  campaign: string
  organization: string
  kind: string
  region: string
  /** Through which organization its forms go up to the city; null: directly. */
  via: string | null
  document: string | null
  clause: string | null
}
