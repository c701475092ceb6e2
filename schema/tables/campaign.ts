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

export interface ObligationTable extends RecordTable {
  campaign: string
  template: string
  rule: Json<Bilingual>
  hubNote: Json<Bilingual> | null
  inferred: Flag
  /** A final form replaces the forms of the other obligations of its campaign. */
  final: Flag
  periods: Json<PeriodValue[]>
  document: string
  clause: string
}

/** Who has to report for a campaign. */
export interface ReporterTable extends RecordTable {
  campaign: string
  organization: string
  kind: string
  region: string
  document: string | null
  clause: string | null
}
