import { parse } from '../../schema/tables/row.ts'
import type { CriterionValue } from '../../schema/tables/standard.ts'
import type { Db } from '../store/open.ts'
import { findLatestActivity } from './activityplace.ts'
import { asOf } from './asof.ts'
import {
  type AssessmentRow,
  countProjects,
  findAssessments,
  findInspections,
  type InspectionRow,
  type ProjectFacts,
} from './assessment.ts'
import { findStandards, type StandardRow } from './document.ts'
import { type Facts, findingsFrom, isRegular } from './findings.ts'
import { type CriterionOutcome, type Have, judge, threeHaves } from './judge.ts'
import { findAllRegions, type RegionRow } from './region.ts'
import type { StationRow } from './station.ts'
import { nameBreach } from './stationname.ts'
import { openStationsIn } from './whichstations.ts'

/** How many stations have each result; a result that none has is absent. */
export type Counted = ReadonlyMap<string, number>

/** How the stations of a region stand against the standard in force there; closed ones are left out. */
export interface RegionStanding {
  readonly standard: StandardRow
  readonly stations: number
  /** How many of them assessed themselves. */
  readonly filed: number
  /** How many have a name that follows the rule. */
  readonly named: number
  readonly criteria: readonly { readonly criterion: CriterionValue; readonly counted: Counted }[]
  readonly haves: Readonly<Record<Have, Counted>>
  /** How many are known to have all three. */
  readonly allThree: number
  /** Visits, the newest first. */
  readonly inspections: readonly InspectionRow[]
  readonly sample: boolean
}

/** What is known of the stations, by their ids. */
interface Known {
  readonly filed: ReadonlyMap<string, readonly AssessmentRow[]>
  readonly projects: ReadonlyMap<string, ProjectFacts>
  readonly latest: ReadonlyMap<string, string>
  readonly inspections: readonly InspectionRow[]
  readonly regions: readonly RegionRow[]
  readonly today: string
}

/**
 * The standing of regions, by their ids; one where no standard holds is absent. Seven statements, however many
 * regions and stations there are.
 */
export async function readRegionStandings(
  db: Db,
  asked: readonly string[],
  today: string,
  at: number,
): Promise<Map<string, RegionStanding>> {
  const [standards, regions] = await Promise.all([findStandards(db, at), findAllRegions(db, at)])
  const lines = linesOf(regions)
  const held = asked.flatMap((region) => {
    const standard = standardIn(lines.get(region) ?? [], standards, today)
    return standard === null ? [] : [{ region, standard }]
  })
  if (held.length === 0) return new Map()
  const isBelow = (id: string, top: string) => lines.get(id)?.includes(top) === true
  const below = regions
    .map(({ id }) => id)
    .filter((id) => held.some(({ region }) => isBelow(id, region)))
  const stations = openStationsIn(below, at)
  const [rows, forms, projects, latest, inspections] = await Promise.all([
    asOf(db, 'station', at, ['id', 'nameZh', 'setting', 'region', 'sample'])
      .where('status', '<>', 'CLOSED')
      .where('region', 'in', below)
      .execute(),
    findAssessments(db, stations, at),
    countProjects(db, stations, at),
    findLatestActivity(db, stations, today, at),
    findInspections(db, stations, at),
  ])
  const filed = Map.groupBy(forms, (one) => one.station)
  const known: Known = { filed, projects, latest, inspections, regions, today }
  const byRegion = Map.groupBy(rows, (row) => row.region)
  return new Map(
    held.map(({ region, standard }) => {
      const own = below.filter((id) => isBelow(id, region)).flatMap((id) => byRegion.get(id) ?? [])
      return [region, standingOf(standard, own, known)]
    }),
  )
}

/** Each region with itself and all above it. */
function linesOf(regions: readonly RegionRow[]): Map<string, string[]> {
  const parents = new Map(regions.map(({ id, parent }) => [id, parent]))
  return new Map(
    regions.map(({ id }) => {
      const line: string[] = []
      for (let one: string | null = id; one !== null; one = parents.get(one) ?? null) line.push(one)
      return [id, line]
    }),
  )
}

/** The standard of a line of regions, the newest in force. */
function standardIn(
  line: readonly string[],
  standards: readonly StandardRow[],
  today: string,
): StandardRow | null {
  const fitting = standards.filter(
    (one) => line.includes(one.region) && (one.validFrom ?? '') <= today,
  )
  return fitting.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1))[0] ?? null
}

function standingOf(
  standard: StandardRow,
  stations: readonly StationRow[],
  known: Known,
): RegionStanding {
  const criteria = parse(standard.criteria)
  const nameOf = naming(standard, known.regions)
  const alike = Map.groupBy(stations, (one) => likeness(one, standard, nameOf(one), known))
  const outcomes = [...alike.values()].map((some) => ({
    size: some.length,
    outcome: outcomeOf(some[0]!, standard, criteria, nameOf(some[0]!), known),
  }))
  const counted = (resultOf: (outcome: readonly CriterionOutcome[]) => string): Counted => {
    const counts = new Map<string, number>()
    for (const { size, outcome } of outcomes) {
      const result = resultOf(outcome)
      counts.set(result, (counts.get(result) ?? 0) + size)
    }
    return counts
  }
  const ids = new Set(stations.map(({ id }) => id))
  const haves = outcomes.map(({ size, outcome }) => ({ size, haves: threeHaves(outcome) }))
  return {
    standard,
    stations: stations.length,
    filed: stations.filter(({ id }) => formOf(id, standard, known) !== undefined).length,
    named: stations.filter((one) => nameOf(one).breach === null).length,
    criteria: criteria.map((criterion, i) => ({
      criterion,
      counted: counted((outcome) => outcome[i]!.result),
    })),
    haves: {
      people: counted((outcome) => threeHaves(outcome).people),
      projects: counted((outcome) => threeHaves(outcome).projects),
      management: counted((outcome) => threeHaves(outcome).management),
    },
    allThree: haves
      .filter((one) => Object.values(one.haves).every((result) => result === 'MET'))
      .reduce((sum, { size }) => sum + size, 0),
    inspections: known.inspections.filter((one) => ids.has(one.station)),
    sample: stations.some((one) => one.sample === 1),
  }
}

type Naming = NonNullable<Facts['name']>

/** The names of stations, held against the rule of the city of a standard. */
function naming(standard: StandardRow, regions: readonly RegionRow[]) {
  const city = regions.find((one) => one.id === standard.region)?.nameZh ?? ''
  const counties = regions
    .filter((one) => one.parent === standard.region && one.validTo === null)
    .map((one) => one.nameZh)
  return ({ nameZh, setting }: StationRow): Naming => {
    const rule = { city, counties, setting }
    return { rule, breach: nameBreach(nameZh.normalize('NFKC').replaceAll(/\s+/g, ''), rule) }
  }
}

const formOf = (station: string, standard: StandardRow, { filed }: Known) =>
  filed.get(station)?.find((one) => one.standard === standard.id)

/** Stations of which as much is known stand alike, and are judged once; one that assessed itself is like no other. */
function likeness({ id }: StationRow, standard: StandardRow, name: Naming, known: Known): string {
  if (formOf(id, standard, known) !== undefined) return id
  const projects = known.projects.get(id)
  const latest = known.latest.get(id)
  return [
    name.breach === null,
    projects && projects.published > 0,
    latest && isRegular(latest, known.today),
  ].join()
}

function outcomeOf(
  { id }: StationRow,
  standard: StandardRow,
  criteria: readonly CriterionValue[],
  name: Naming,
  known: Known,
): readonly CriterionOutcome[] {
  const form = formOf(id, standard, known)
  const projects = known.projects.get(id) ?? null
  const latest = known.latest.get(id) ?? null
  const findings = findingsFrom({ name, projects, latest, today: known.today })
  return judge(criteria, form === undefined ? [] : parse(form.results), findings)
}
