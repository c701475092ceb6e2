import { stationSettings, stationStatuses } from '../../schema/terms/station.ts'
import type { Organization } from './organizations.ts'
import type { Atlas } from './places.ts'
import type { Region } from './regions.ts'
import { stationRows } from './stations.ts'

/** Everything that the registers are made of. */
export interface World {
  readonly regions: readonly Region[]
  /** How many stations each region has. */
  readonly counts: readonly number[]
  readonly byRegion: ReadonlyMap<string, readonly Organization[]>
  readonly atlas: Atlas
  readonly seed: string
}

/** A station of the register that other forms speak of. */
export interface Chosen {
  readonly number: string
  readonly name: string
  /** The federation of its region. */
  readonly federation: string
}

/** The first station in operation of each region of a city, up to so many; of a setting, where one is given. */
export function chooseStations(
  world: World,
  city: string,
  most: number,
  setting?: keyof typeof stationSettings,
): Chosen[] {
  const wanted = setting && stationSettings[setting].zh
  const found = world.regions.flatMap((region, i): Chosen[] => {
    if (region.city !== city) return []
    const teams = world.byRegion.get(region.code) ?? []
    const rows = stationRows({
      ...world,
      region,
      count: world.counts[i]!,
      operators: numbers(teams),
    })
    for (const [number, name, , where, , status] of rows) {
      if (status !== stationStatuses.OPERATING.zh || (wanted && where !== wanted)) continue
      return [{ number: String(number), name: String(name), federation: teams[0]!.number }]
    }
    return []
  })
  return found.slice(0, most)
}

/** Who may run a station of a region, by number. */
export function numbers(organizations: readonly Organization[]): string[] {
  return organizations.map(({ number }) => number)
}
