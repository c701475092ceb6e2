import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { assessmentFile, inspectionFile } from './assessments.ts'
import { campaignFiles } from './campaign.ts'
import { chooseStations, numbers, type World } from './chosen.ts'
import { huizhouFiles } from './huizhou.ts'
import { demonstrationFile, indicatorFile } from './indicators.ts'
import {
  listOrganizations,
  type Organization,
  organizationHeader,
  organizationRows,
} from './organizations.ts'
import {
  type GeneratedFile,
  type OutgoingFile,
  type RegisterTask,
  registerFiles,
} from './outgoing.ts'
import { openAtlas } from './places.ts'
import { projectHeader, projectRows } from './projects.ts'
import { CITIES, type City, readRegions } from './regions.ts'
import type { Row } from './register.ts'
import { shareOut, stationHeader, stationRows } from './stations.ts'

export interface GenerateOptions {
  readonly stations: number
  readonly seed: string
  readonly directory: string
  /** With the filled forms of campaigns, stations and indicators; yes, unless told otherwise. */
  readonly forms?: boolean
  /** How many times as much as usual each office did in each week of the campaign of 2019. */
  readonly times?: number
}

/** Writes demonstration data as offices would send it; the list is in the order to be fed in. */
export async function generateFiles(options: GenerateOptions): Promise<GeneratedFile[]> {
  const { stations, seed, directory, forms = true, times = 1 } = options
  const regions = await readRegions()
  const counts = shareOut(regions, stations)
  const organizations = listOrganizations(regions, Math.max(200, Math.round(stations / 50)), seed)
  const byRegion = Map.groupBy(organizations, ({ region }) => region)
  const projects = {
    regions,
    stations: counts,
    organizations: byRegion,
    count: Math.max(300, Math.round(stations / 20)),
    seed,
  }
  const world: World = { regions, counts, byRegion, atlas: await openAtlas(), seed }

  const written: GeneratedFile[] = []
  const keep = async ({ file, receivedAt, bytes }: OutgoingFile) => {
    await mkdir(dirname(join(directory, file)), { recursive: true })
    await writeFile(join(directory, file), bytes)
    written.push({ file, receivedAt })
  }
  for await (const file of organizationFiles(organizations, seed)) await keep(file)
  for await (const file of stationFiles(world)) await keep(file)
  for await (const file of projectFiles(projectRows(projects), projects.count)) await keep(file)
  if (forms) {
    for await (const file of huizhouFiles(regions, organizations, seed)) await keep(file)
    for await (const file of campaignFiles(seed, times)) await keep(file)
    for await (const file of deskFiles(world)) await keep(file)
  }
  return written.sort(inOrder)
}

/** Registers and rosters first, whatever refers to them after; each in the order of receipt. */
function inOrder(a: GeneratedFile, b: GeneratedFile): number {
  const [x, y] = [a, b].map(
    ({ receivedAt, file }) => `${file.startsWith('forms/') ? 2 : 1} ${receivedAt} ${file}`,
  )
  return x! < y! ? -1 : 1
}

/** What stations and cities report besides campaigns. */
async function* deskFiles(world: World): AsyncGenerator<OutgoingFile> {
  const stations = chooseStations(world, '140400', 12)
  yield await assessmentFile(stations, world.seed)
  yield await inspectionFile(stations)
  yield await indicatorFile()
  yield demonstrationFile(chooseStations(world, '441200', 4, 'CULTURE'))
}

function organizationFiles(organizations: readonly Organization[], seed: string) {
  return registerFiles({
    name: 'organizations',
    day: '2019-02-20',
    title: '志愿服务组织名录（演示数据）',
    note: '说明：联系人及联系电话仅供工作联系，不对外公开。',
    header: organizationHeader,
    rows: organizationRows(organizations, seed),
    count: organizations.length,
  })
}

async function* stationFiles(world: World): AsyncGenerator<OutgoingFile> {
  for (const [place, city] of CITIES.entries()) {
    const own = world.regions.flatMap((region, i) =>
      region.city === city.code ? [{ region, count: world.counts[i]! }] : [],
    )
    const rows = own.map(({ region, count }) => {
      const operators = numbers(world.byRegion.get(region.code) ?? [])
      return stationRows({ ...world, region, count, operators })
    })
    yield* registerFiles({
      name: `stations-${city.code}`,
      day: STATION_DAYS[place]!,
      title: `${city.name}学雷锋志愿服务站点名录（演示数据）`,
      note: '说明：站点负责人及电话仅供工作联系，不对外公开；坐标为WGS-84。',
      header: stationHeader,
      rows: chain(rows),
      count: own.reduce((sum, { count }) => sum + count, 0),
      ...looksOf(city),
    })
  }
}

const STATION_DAYS = ['2019-02-22', '2019-02-25', '2019-02-26', '2019-02-27']

function looksOf({ letters }: City): Pick<RegisterTask, 'asCsv' | 'encoding'> {
  if (letters === 'CZ') return { asCsv: true, encoding: 'gb18030' }
  return { asCsv: letters === 'ZJ' }
}

function projectFiles(rows: Iterable<Row>, count: number) {
  return registerFiles({
    name: 'projects',
    day: '2019-02-28',
    title: '志愿服务项目名录（演示数据）',
    note: '说明：项目负责人及联系电话仅供工作联系，不对外公开。',
    header: projectHeader,
    rows,
    count,
  })
}

function* chain<T>(parts: readonly Iterable<T>[]): Generator<T> {
  for (const part of parts) yield* part
}
