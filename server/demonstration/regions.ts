import { readFile } from 'node:fs/promises'
import { REAL } from './real.ts'

/** A county in force, or a functional zone. */
export interface Region {
  /** GB/T 2260, or the code of the zone (`Z-HZ-DYW`). */
  readonly code: string
  readonly name: string
  readonly city: string
  readonly isZone: boolean
  /** Where its positions lie: its own outline, or that of the county that hosts the zone. */
  readonly county: string
}

export interface City {
  readonly code: string
  readonly name: string
  /** Starts the numbers of its organizations. */
  readonly letters: string
}

export const CITIES: readonly City[] = [
  { code: '441200', name: '肇庆市', letters: 'ZQ' },
  { code: '441300', name: '惠州市', letters: 'HZ' },
  { code: '440800', name: '湛江市', letters: 'ZJ' },
  { code: '140400', name: '长治市', letters: 'CZ' },
]

/** The 34 counties in force and the 8 functional zones, city by city. */
export async function readRegions(): Promise<Region[]> {
  const lines = (await readFile(new URL('divisions.csv', REAL), 'utf8')).trim().split(/\r?\n/)
  const regions = lines.slice(1).flatMap(regionOf)
  return CITIES.flatMap((city) => regions.filter((region) => region.city === city.code))
}

function regionOf(line: string): Region[] {
  const [written, name, , level, city, , until] = line.split(',') as [string, ...string[]]
  const isZone = level === 'functional_zone'
  if (!isZone && (level !== 'county' || until)) return []
  const code = written.replace(':', '-')
  return [{ code, name: name!, city: city!, isZone, county: isZone ? HOSTS[code]! : code }]
}

const HOSTS: Readonly<Record<string, string>> = {
  'Z-ZQ-GXQ': '441284',
  'Z-ZQ-XQ': '441203',
  'Z-HZ-ZK': '441302',
  'Z-HZ-DYW': '441303',
  'Z-ZJ-KFQ': '440811',
  'Z-ZJ-FY': '440882',
  'Z-CZ-GXQ': '140403',
  'Z-CZ-JKQ': '140404',
}
