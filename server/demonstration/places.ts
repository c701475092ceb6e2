import { readFile } from 'node:fs/promises'
import { type Area, contains, type Position, ringsOf } from './polygon.ts'
import { type Random, random } from './random.ts'
import { REAL } from './real.ts'
import { CITIES, type Region } from './regions.ts'

interface Place {
  /** Empty where the place belongs to no town that the map names. */
  readonly town: string
  readonly longitude: number
  readonly latitude: number
}

/** A place of a region: near one of its towns, inside its county, on land; WGS 84. */
export type Atlas = (region: Region, random: Random) => Place

export async function openAtlas(): Promise<Atlas> {
  const counties = await readCounties()
  const towns = await readTowns()
  const sea = await readSea()
  const anchors = new Map<string, Anchor[]>()
  return (region, chance) => {
    const county = counties.get(region.county)!
    let near = anchors.get(region.code)
    if (!near) {
      near = anchorsOf(region, county, towns, sea)
      anchors.set(region.code, near)
    }
    return around(chance.pick(near), county, sea, chance)
  }
}

interface Anchor {
  readonly town: string
  readonly point: Position
  /** Near the shore every position is tried against the sea as well. */
  readonly coastal: boolean
}

interface Town {
  readonly county: string
  readonly name: string
  readonly point: Position
}

const FEWEST_ANCHORS = 6

/** The towns of a region; where there are few, points of its county besides, without a town's name. */
function anchorsOf(
  region: Region,
  county: Area,
  towns: readonly Town[],
  sea: readonly Area[],
): Anchor[] {
  const wanted = ZONE_TOWNS[region.code]
  const onLand = (point: Position) => contains(county, point) && !inSea(sea, point)
  const own = towns.filter(
    (town) => town.county === region.county && (!wanted || wanted.includes(town.name)),
  )
  const found = own.filter((town) => onLand(town.point)).map(({ name, point }) => ({ name, point }))
  const chance = random(`atlas/${region.code}`)
  while (found.length < FEWEST_ANCHORS && !region.isZone) {
    const point = somewhereIn(county, chance)
    if (onLand(point)) found.push({ name: '', point })
  }
  return found.map(({ name, point }) => ({
    town: /[镇乡]$|街道$/.test(name) ? name : '',
    point,
    coastal: isCoastal(sea, point),
  }))
}

/** Towns of the host county that belong to a zone, as far as the list of towns has them. */
const ZONE_TOWNS: Readonly<Record<string, readonly string[]>> = {
  'Z-ZQ-GXQ': ['大沙镇'],
  'Z-ZQ-XQ': ['坑口街道', '桂城街道', '广利街道'],
  'Z-HZ-ZK': ['陈江街道', '惠环街道', '沥林镇', '潼湖镇'],
  'Z-HZ-DYW': ['澳头街道', '霞涌街道'],
  'Z-ZJ-KFQ': ['东山镇', '东简镇', '民安镇'],
  'Z-ZJ-FY': ['客路镇'],
  'Z-CZ-GXQ': ['長治市'],
  'Z-CZ-JKQ': ['长治县'],
}

const FARTHEST = 1.5 // km
const KM_OF_A_DEGREE = 111.32

function around(anchor: Anchor, county: Area, sea: readonly Area[], chance: Random): Place {
  const [x, y] = anchor.point
  for (let trial = 0; trial < 50; trial++) {
    const away = (FARTHEST * Math.sqrt(chance.next())) / KM_OF_A_DEGREE
    const angle = chance.next() * 2 * Math.PI
    const longitude = rounded(x + (away * Math.cos(angle)) / Math.cos((y * Math.PI) / 180))
    const latitude = rounded(y + away * Math.sin(angle))
    const point = [longitude, latitude] as const
    const isDry = !anchor.coastal || !inSea(sea, point)
    if (isDry && contains(county, point)) return { town: anchor.town, longitude, latitude }
  }
  return { town: anchor.town, longitude: x, latitude: y }
}

function somewhereIn(area: Area, chance: Random): Position {
  const points = ringsOf(area).flat()
  const between = (values: number[]) => {
    const low = Math.min(...values)
    return rounded(low + chance.next() * (Math.max(...values) - low))
  }
  return [between(points.map(([x]) => x)), between(points.map(([, y]) => y))]
}

const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5

function inSea(sea: readonly Area[], point: Position): boolean {
  return sea.some((area) => contains(area, point))
}

function isCoastal(sea: readonly Area[], [x, y]: Position): boolean {
  const shore = sea.flatMap(ringsOf).flat()
  return shore.some(([a, b]) => Math.abs(a - x) < 0.05 && Math.abs(b - y) < 0.05)
}

async function readCounties(): Promise<Map<string, Area>> {
  const files = await Promise.all(CITIES.map(({ code }) => readFeatures(`counties-${code}`)))
  return new Map(files.flat().map(({ properties, geometry }) => [properties.code!, geometry]))
}

async function readTowns(): Promise<Town[]> {
  const features = await readFeatures('towns-4cities-geonames')
  return features.map(({ properties, geometry }) => ({
    county: properties.code!,
    name: properties.name_zh!,
    point: geometry.coordinates as unknown as Position,
  }))
}

async function readSea(): Promise<Area[]> {
  const text = await readFile(new URL('geo/sea-guangdong-osm.geojson', REAL), 'utf8')
  return (JSON.parse(text) as { geometries: Area[] }).geometries
}

interface Feature {
  readonly properties: Readonly<Record<string, string>>
  readonly geometry: Area
}

async function readFeatures(name: string): Promise<Feature[]> {
  const text = await readFile(new URL(`geo/${name}.geojson`, REAL), 'utf8')
  return (JSON.parse(text) as { features: Feature[] }).features
}
