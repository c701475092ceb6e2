import type { Flag, Json, RecordTable } from './row.ts'

export interface RegionTable extends RecordTable {
  /** GB/T 2260, or the code of a functional zone (`Z-HZ-DYW`). */
  code: string
  nameZh: string
  nameEn: string
  level: string | null
  functionalZone: Flag
  parent: string | null
  validFrom: string | null
  validTo: string | null
  successors: Json<string[]>
  basis: string | null
  note: string | null
}

/** The outline of a region; kept apart because it is large and seldom asked for. */
export interface BoundaryTable extends RecordTable {
  region: string
  /** GeoJSON geometry (RFC 7946), WGS 84. */
  geometry: Json<object>
  lat: number
  lon: number
  source: string
}
