import { parse } from '../../schema/tables/row.ts'
import { shanghaiDate } from '../clock.ts'
import { findLatestActivity } from '../records/activityplace.ts'
import { countProjects, findAssessments } from '../records/assessment.ts'
import { findStandards, type StandardRow } from '../records/document.ts'
import { findingsFrom } from '../records/findings.ts'
import { type CriterionOutcome, type Findings, judge } from '../records/judge.ts'
import { findChildren, readAbove } from '../records/region.ts'
import type { StationRow } from '../records/station.ts'
import { type NameBreach, nameBreach, type StationNameRule } from '../records/stationname.ts'
import { batch, type Context } from './context.ts'
import { presentOf } from './opening.ts'

/** How a station stands against a standard: the criteria, and the form that says what the hub cannot see. */
export interface Standing {
  readonly station: StationRow
  readonly standard: StandardRow
  readonly filed: Awaited<ReturnType<typeof findAssessments>>[number] | null
  readonly criteria: readonly CriterionOutcome[]
}

/** The standard of the city of a station, the newest in force; or the one asked for, where it holds there. */
export async function standardOf(
  context: Context,
  station: StationRow,
  asked: string | null = null,
): Promise<StandardRow | null> {
  const { at } = station
  const standards = batch(
    context,
    `standards ${at}`,
    async () => new Map([['all', await findStandards(context.db, at)]]),
  )
  const all = (await standards.load('all')) ?? []
  if (all.length === 0) return null
  const above = await regionsAbove(context, station.region, at)
  const today = shanghaiDate(await presentOf(context, at))
  const fitting = all.filter(
    (one) =>
      above.includes(one.region) &&
      (asked === null ? (one.validFrom ?? '') <= today : one.id === asked),
  )
  return fitting.sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1))[0] ?? null
}

async function regionsAbove(context: Context, region: string, at: number): Promise<string[]> {
  const lines = batch(context, `lines above ${at}`, async (regions) => {
    const known = await readAbove(context.db, regions, at)
    return new Map(
      regions.map((one) => {
        const line: string[] = []
        for (let id: string | null = one; id !== null; id = known.get(id)?.parent ?? null) {
          line.push(id)
        }
        return [one, line]
      }),
    )
  })
  return (await lines.load(region)) ?? []
}

export interface NameFinding {
  readonly standard: StandardRow
  readonly rule: StationNameRule
  readonly breach: NameBreach | null
}

/** The name of a station held against the rule of its city; null where no rule is known. */
export async function nameFinding(
  context: Context,
  station: StationRow,
  standard: StandardRow,
): Promise<NameFinding | null> {
  const counties = batch(context, `counties ${station.at}`, async (cities) =>
    Map.groupBy(await findChildren(context.db, cities, station.at), (row) => row.parent as string),
  )
  const below = (await counties.load(standard.region)) ?? []
  const city = (await cityName(context, standard.region, station.at)) ?? ''
  const today = below.filter((one) => one.validTo === null).map((one) => one.nameZh)
  const rule = { city, counties: today, setting: station.setting }
  const name = station.nameZh.normalize('NFKC').replaceAll(/\s+/g, '')
  return { standard, rule, breach: nameBreach(name, rule) }
}

async function cityName(context: Context, region: string, at: number) {
  const names = batch(
    context,
    `names of cities ${at}`,
    async (ids) =>
      new Map(
        [...(await readAbove(context.db, ids, at))].map(([id, row]) => [id, row.nameZh] as const),
      ),
  )
  return names.load(region)
}

/** Holds a station against a standard; null where none holds there. */
export async function standingOf(
  context: Context,
  station: StationRow,
  asked: string | null,
): Promise<Standing | null> {
  const standard = await standardOf(context, station, asked)
  if (standard === null) return null
  const forms = batch(context, `assessments ${station.at}`, async (stations) =>
    Map.groupBy(await findAssessments(context.db, stations, station.at), (row) => row.station),
  )
  const own = (await forms.load(station.id)) ?? []
  const filed = own.find((one) => one.standard === standard.id) ?? null
  const findings = await findingsOf(context, station, standard)
  const said = filed === null ? [] : parse(filed.results)
  return { station, standard, filed, criteria: judge(parse(standard.criteria), said, findings) }
}

/** What the hub can find of a station by itself. */
async function findingsOf(
  context: Context,
  station: StationRow,
  standard: StandardRow,
): Promise<Findings> {
  const { at, id } = station
  const today = shanghaiDate(await presentOf(context, at))
  const projects = batch(context, `project facts ${at}`, (ids) =>
    countProjects(context.db, ids, at),
  )
  const latest = batch(context, `latest activity ${at} ${today}`, (ids) =>
    findLatestActivity(context.db, ids, today, at),
  )
  const [name, counted, day] = await Promise.all([
    nameFinding(context, station, standard),
    projects.load(id),
    latest.load(id),
  ])
  return findingsFrom({ name, projects: counted, latest: day, today })
}
