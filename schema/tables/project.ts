import type { Flag, Json, RecordTable } from './row.ts'

export interface ProjectTable extends RecordTable {
  nameZh: string
  nameEn: string | null
  organization: string
  station: string | null
  region: string | null
  status: string
  fields: Json<string[]>
  services: Json<string[]>
  audiences: Json<string[]>
  themes: Json<string[]>
  publishedAt: string | null
  startsOn: string | null
  endsOn: string | null
  isBrand: Flag
  positions: Json<{ role: string; wanted: number; filled: number | null }[]>
  transitions: Json<{ status: string; at: string }[]>
  registerNumber: string | null
}
