import type { Json, RecordTable } from './row.ts'

/** A place that people name, and where it lies; WGS 84. */
export interface PlaceTable extends RecordTable {
  nameZh: string
  nameEn: string | null
  aliases: Json<string[]>
  kind: string
  region: string
  lat: number
  lon: number
  datumGiven: string
  locationPrecision: string
  source: string
  licence: string
  note: string | null
}
