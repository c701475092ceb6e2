import type { GroupValue, PeriodValue, WeeklyValue } from '../../schema/tables/campaign.ts'
import type { CriterionValue } from '../../schema/tables/standard.ts'
import type { Position } from '../records/datum.ts'
import type { Holidays } from '../records/due.ts'
import type { Namesake, NamesakeQuery } from '../records/namesake.ts'
import { plain, tight } from './values/plain.ts'

export type { Namesake } from '../records/namesake.ts'

/** What the hub already knows and forms refer to. */
export interface World {
  readonly regions: readonly KnownRegion[]
  readonly organizations: readonly KnownOrganization[]
  readonly campaigns: readonly KnownCampaign[]
  readonly obligations: readonly KnownObligation[]
  readonly standards: readonly KnownStandard[]
  readonly indicators: readonly { readonly id: string }[]
  readonly reporters: readonly { campaign: string; organization: string; region: string }[]
  readonly holidays: Holidays
  /** Which of these station ids are registered; null where nobody can tell (no database). */
  readonly knowsStations: ((ids: readonly string[]) => Promise<ReadonlySet<string>>) | null
  /** Records in force with these numbers, names or credit codes; null where nobody can tell. */
  readonly namesakes:
    | ((type: 'station' | 'organization', query: NamesakeQuery) => Promise<readonly Namesake[]>)
    | null
  /** Where these stations stand and how these regions lie; null where nobody can tell. */
  readonly whereabouts:
    | ((stations: readonly string[], regions: readonly string[]) => Promise<Whereabouts>)
    | null
}

export interface Whereabouts {
  readonly positions: ReadonlyMap<string, Position>
  /** GeoJSON geometries. */
  readonly outlines: ReadonlyMap<string, object>
}

export interface KnownRegion {
  readonly id: string
  readonly code: string
  readonly nameZh: string
  readonly parent: string | null
  readonly level: string | null
  readonly validTo: string | null
  readonly successors: readonly string[]
  readonly functionalZone: boolean
}

export interface KnownOrganization {
  readonly id: string
  readonly nameZh: string
  readonly nameEn?: string | null
  readonly aliases: readonly string[]
  readonly region: string | null
}

export interface KnownCampaign {
  readonly id: string
  readonly region: string
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly groups: readonly GroupValue[]
}

export interface KnownObligation {
  readonly id: string
  readonly campaign: string
  readonly template: string
  readonly final: boolean
  readonly periods: readonly PeriodValue[]
  readonly weekly?: WeeklyValue | null
}

export interface KnownStandard {
  readonly id: string
  readonly region: string
  readonly criteria: readonly CriterionValue[]
}

/** A name that was found: how it was written decides whether the office is told. */
export interface Match<T> {
  readonly found: T
  readonly byAlias: boolean
}

const STAMPS = /[((](?:盖章|公章|章|印章|印)[))]$/

/** The organization that a name means; among bodies of one alias only the one that is expected here. */
export function matchOrganization(
  world: World,
  raw: string,
  expected: ReadonlySet<string>,
): Match<KnownOrganization> | null {
  const name = tight(raw)
  const bare = name.replace(STAMPS, '')
  const exact = world.organizations.filter((one) => tight(one.nameZh) === bare)
  const named = exact.length > 0 ? exact : world.organizations.filter((one) => hasAlias(one, bare))
  const [only, second] = named.length > 1 ? named.filter((one) => expected.has(one.id)) : named
  if (only === undefined || second !== undefined) return null
  return { found: only, byAlias: exact.length === 0 || bare !== name }
}

const hasAlias = (one: KnownOrganization, bare: string) =>
  one.aliases.some((alias) => tight(alias) === bare)

/** The region that a code or name means. A former division is found as what it is now. */
export function matchRegion(
  world: World,
  raw: string,
  city?: string,
): { found: KnownRegion; former: boolean; byZoneName: boolean } | null {
  const text = tight(raw)
  const code = plain(raw).replace(':', '-')
  const byCode = world.regions.filter((one) => one.code === code)
  const candidates =
    byCode.length > 0 ? byCode : world.regions.filter((one) => isNamed(world, one, text))
  const inCity =
    city === undefined
      ? candidates
      : candidates.filter((one) => one.parent === city || one.id === city)
  const pool = inCity.length > 0 ? inCity : candidates
  const living = pool.filter((one) => one.validTo === null)
  const [only, second] = living.length > 0 ? living : pool
  if (only === undefined || second !== undefined) return null
  if (only.validTo === null)
    return { found: only, former: false, byZoneName: only.functionalZone && byCode.length === 0 }
  const successor =
    only.successors.length === 1
      ? world.regions.find((one) => one.id === only.successors[0])
      : undefined
  return successor === undefined ? null : { found: successor, former: true, byZoneName: false }
}

/** The city that a region lies in or is; null above cities and for unknown ones. */
export function cityOf(world: World, region: string | null): KnownRegion | null {
  let id = region
  for (let step = 0; id !== null && step < 6; step++) {
    const one = world.regions.find((known) => known.id === id)
    if (one === undefined) return null
    if (one.level === 'CITY') return one
    id = one.parent
  }
  return null
}

/** 端州区, 肇庆市端州区, 广东省肇庆市端州区 all name the same district. */
function isNamed(world: World, region: KnownRegion, text: string): boolean {
  let name = ''
  let current: KnownRegion | undefined = region
  while (current !== undefined) {
    name = `${tight(current.nameZh)}${name}`
    if (name === text) return true
    const parent: string | null = current.parent
    current = parent === null ? undefined : world.regions.find((one) => one.id === parent)
  }
  return false
}
