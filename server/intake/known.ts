import { parse } from '../../schema/tables/row.ts'
import { asOf, getByIds } from '../records/asof.ts'
import { readHolidays } from '../records/calendar.ts'
import { findCampaigns, findObligations, findReporters } from '../records/campaign.ts'
import type { Claim } from '../records/claim.ts'
import type { Position } from '../records/datum.ts'
import { findNamesakes, type Namesake } from '../records/namesake.ts'
import { findOrganizationNames } from '../records/organization.ts'
import { findAllRegions, findBoundaries } from '../records/region.ts'
import { newestRevision } from '../records/revision.ts'
import type { Db } from '../store/open.ts'
import type { World } from './world.ts'

/** What the hub knows at its newest revision. */
export async function knownWorld(db: Db): Promise<World> {
  const { number: at } = await newestRevision(db)
  const [regions, organizations, campaigns, standards, indicators, holidays] = await Promise.all([
    findAllRegions(db, at),
    findOrganizationNames(db, at),
    findCampaigns(db, at),
    asOf(db, 'standard', at).execute(),
    asOf(db, 'indicator', at).execute(),
    readHolidays(db, at),
  ])
  const ids = campaigns.map((one) => one.id)
  const [obligations, reporters] =
    ids.length === 0
      ? [[], []]
      : await Promise.all([findObligations(db, ids, at), findReporters(db, ids, at)])
  return {
    regions: regions.map((one) => ({
      ...one,
      successors: parse(one.successors),
      functionalZone: one.functionalZone === 1,
    })),
    organizations: organizations.map((one) => ({ ...one, aliases: parse(one.aliases) })),
    campaigns: campaigns.map((one) => ({ ...one, groups: parse(one.groups) })),
    obligations: obligations.map((one) => ({
      ...one,
      final: one.final === 1,
      periods: parse(one.periods),
      weekly: one.weekly === null ? null : parse(one.weekly),
    })),
    standards: standards.map((one) => ({ ...one, criteria: parse(one.criteria) })),
    indicators,
    reporters,
    holidays,
    knowsStations: async (stations) => {
      const found = new Set<string>()
      for (let i = 0; i < stations.length; i += BATCH) {
        const rows = await getByIds(db, 'station', stations.slice(i, i + BATCH), at)
        for (const row of rows) found.add(row.id)
      }
      return found
    },
    namesakes: async (type, { ids, names, codes }) => {
      const found: Namesake[] = []
      for (let i = 0; i < ids.length; i += BATCH) {
        const part = <T>(list: readonly T[]) => list.slice(i, i + BATCH)
        const query = { ids: part(ids), names: part(names), codes: part(codes) }
        found.push(...(await findNamesakes(db, type, query)))
      }
      return found
    },
    whereabouts: async (stations, regions) => {
      const positions = new Map<string, Position>()
      for (let i = 0; i < stations.length; i += BATCH) {
        const rows = await getByIds(db, 'station', stations.slice(i, i + BATCH), at)
        for (const { id, lon, lat } of rows) {
          if (lon !== null && lat !== null) positions.set(id, { lon, lat })
        }
      }
      const outlines = await findBoundaries(db, regions, at)
      return {
        positions,
        outlines: new Map(outlines.map((one) => [one.region, parse(one.geometry)])),
      }
    },
  }
}

const BATCH = 400

export const EMPTY_WORLD: World = {
  regions: [],
  organizations: [],
  campaigns: [],
  obligations: [],
  standards: [],
  indicators: [],
  reporters: [],
  holidays: new Map(),
  knowsStations: null,
  namesakes: null,
  whereabouts: null,
}

/** A world with the records that these claims make, for judging where there is no database. */
export function withClaims(world: World, claims: readonly Claim[]): World {
  const made = <T>(type: string): T[] =>
    claims.flatMap(({ type: own, record, content }) =>
      own === type && content !== null ? [{ ...content.values, id: record } as T] : [],
    )
  return {
    ...world,
    regions: [...world.regions, ...made<World['regions'][number]>('region')],
    organizations: [
      ...world.organizations,
      ...made<World['organizations'][number]>('organization'),
    ],
    campaigns: [...world.campaigns, ...made<World['campaigns'][number]>('campaign')],
    obligations: [...world.obligations, ...made<World['obligations'][number]>('obligation')],
    standards: [...world.standards, ...made<World['standards'][number]>('standard')],
    indicators: [...world.indicators, ...made<World['indicators'][number]>('indicator')],
    holidays: new Map([
      ...world.holidays,
      ...made<{ day: string; kind: string }>('holiday').map(
        ({ day, kind }) => [day, kind] as const,
      ),
    ]),
    reporters: [...world.reporters, ...made<World['reporters'][number]>('reporter')],
  }
}
