import type { Flag, Json, RecordTable } from './row.ts'

export interface OrganizationTable extends RecordTable {
  nameZh: string
  nameEn: string | null
  aliases: Json<string[]>
  type: string
  teamType: string | null
  professionalFields: Json<string[]>
  level: string | null
  region: string | null
  parent: string | null
  competentBody: string | null
  registrationStatus: string
  registeredOn: string | null
  creditCode: string | null
  platforms: Json<{ platform: string; role?: string; since?: string }[]>
  registerNumber: string | null
  replacedBy: string | null
  /** 0 once a complete register no longer lists it; null and 1 are active. */
  active: Flag | null
}
