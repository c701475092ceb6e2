import type { Flag, Json, RecordTable } from './row.ts'

export interface DemonstrationValue {
  readonly level: string | null
  readonly due: string | null
  readonly status: string
  readonly responsible: string | null
  readonly role: string
  readonly document: string
  readonly clause: string
}

export interface StationTable extends RecordTable {
  nameZh: string
  nameEn: string | null
  kind: string
  setting: string
  venueType: string
  status: string
  region: string
  addressZh: string | null
  addressEn: string | null
  lat: number | null
  lon: number | null
  datumGiven: string | null
  locationPrecision: string
  operator: string | null
  competentBody: string | null
  publicPhone: string | null
  openingHours: string | null
  amenities: Json<string[]>
  accessible: Flag | null
  services: Json<string[]>
  functions: Json<string[]>
  demonstrations: Json<DemonstrationValue[]>
  lastVerifiedOn: string | null
  registerNumber: string | null
  replacedBy: string | null
}
