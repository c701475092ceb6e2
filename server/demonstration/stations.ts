import { stationFields } from '../../schema/terms/fields.ts'
import { datums, locationPrecisions } from '../../schema/terms/region.ts'
import { services } from '../../schema/terms/service.ts'
import {
  amenities,
  stationKinds,
  stationSettings,
  stationStatuses,
  venueTypes,
} from '../../schema/terms/station.ts'
import { deskNumber, exampleName, mobileNumber, personName } from './names.ts'
import type { Atlas } from './places.ts'
import { type Random, random } from './random.ts'
import type { Region } from './regions.ts'
import type { Row } from './register.ts'
import { HOURS_OF, SERVICES_OF, VENUES, type Venue } from './venues.ts'

export const stationHeader: readonly string[] = [
  stationFields.registerNumber,
  stationFields.name,
  stationFields.kind,
  stationFields.setting,
  stationFields.venueType,
  stationFields.status,
  stationFields.region,
  stationFields.address,
  stationFields.longitude,
  stationFields.latitude,
  stationFields.datumGiven,
  stationFields.locationPrecision,
  stationFields.operator,
  stationFields.publicPhone,
  stationFields.openingHours,
  stationFields.amenities,
  stationFields.accessible,
  stationFields.services,
  stationFields.lastVerifiedOn,
  stationFields.contactName,
  stationFields.contactPhone,
].map(({ zh }) => zh)

interface RegionTask {
  readonly region: Region
  readonly count: number
  readonly seed: string
  readonly atlas: Atlas
  /** Numbers of the organizations that may run a station of the region. */
  readonly operators: readonly string[]
}

/** How many stations each region gets: districts most, zones least. */
export function shareOut(regions: readonly Region[], total: number): number[] {
  const weights = regions.map(({ name, isZone }) => (isZone ? 1 : name.endsWith('区') ? 3 : 2))
  const sum = weights.reduce((a, b) => a + b, 0)
  let weight = 0
  let given = 0
  return weights.map((own) => {
    weight += own
    const share = Math.round((total * weight) / sum) - given
    given += share
    return share
  })
}

export function stationNumber(region: Region, ordinal: number): string {
  return `${region.code}-${String(ordinal).padStart(4, '0')}`
}

export function* stationRows(task: RegionTask): Generator<Row> {
  const chance = random(`${task.seed}/stations/${task.region.code}`)
  const used = new Map<Venue, number>()
  const start = chance.integer(0, 20) // else every region would begin with the same words
  for (let ordinal = 1; ordinal <= task.count; ordinal++) {
    const venue = chance.weigh(WEIGHED_VENUES)
    const before = used.get(venue) ?? 0
    used.set(venue, before + 1)
    yield rowOf(task, ordinal, venue, exampleName(start + before), chance)
  }
}

const WEIGHED_VENUES = VENUES.map((venue) => [venue, venue.weight] as const)

function rowOf(
  task: RegionTask,
  ordinal: number,
  venue: Venue,
  example: string,
  chance: Random,
): Row {
  const { region, operators } = task
  const place = task.atlas(region, chance)
  const precision = chance.weigh(PRECISIONS)
  const isLocated = precision !== 'NONE'
  const status = chance.weigh(STATUSES)
  return [
    stationNumber(region, ordinal),
    nameOf(region, place.town, `${example}${venue.noun}`, venue, chance),
    stationKinds[venue.kind].zh,
    stationSettings[venue.setting].zh,
    venueTypes[venue.type].zh,
    stationStatuses[status].zh,
    region.code,
    `${region.name}${place.town}示例路${chance.integer(1, 199)}号`,
    isLocated ? place.longitude : null,
    isLocated ? place.latitude : null,
    isLocated ? datums.WGS84.zh : null,
    locationPrecisions[precision].zh,
    operators.length > 0 && chance.chance(0.55) ? chance.pick(operators) : null,
    chance.chance(0.4) ? deskNumber(chance, region.city) : null,
    status === 'PLANNED' ? null : chance.weigh(HOURS_OF[venue.setting]) || null,
    chance.chance(0.78) ? listed(amenities, AMENITIES, chance.integer(1, 5), chance) : null,
    chance.weigh(ACCESSIBLE),
    listed(services, SERVICES_OF[venue.setting], chance.integer(1, 4), chance),
    status === 'UNKNOWN' ? null : verification(chance),
    personName(chance),
    mobileNumber(chance),
  ]
}

/** Changzhi has a rule for names (C21-S01), which some of its stations break. */
function nameOf(region: Region, town: string, venue: string, { kind }: Venue, chance: Random) {
  const ending = `学雷锋志愿服务${stationKinds[kind].zh}`
  if (region.city !== '140400') return `${region.name}${town}${venue}${ending}`
  if (chance.chance(0.15)) return `${region.name}${town}${venue}${ending}`
  return `长治市${region.name.replace(/^长治/, '')}${town}${venue}新时代文明实践${ending}`
}

function listed<C extends string>(
  terms: Readonly<Record<C, { readonly zh: string }>>,
  codes: readonly C[],
  count: number,
  chance: Random,
): string {
  return chance
    .some(codes, count)
    .map((code) => terms[code].zh)
    .join('、')
}

function verification(chance: Random): string {
  const day = Date.UTC(2018, 2, 1) + chance.integer(0, 350) * 86_400_000
  return new Date(day).toISOString().slice(0, 10)
}

const PRECISIONS = [
  ['ROOFTOP', 15],
  ['STREET', 55],
  ['TOWNSHIP', 28],
  ['NONE', 2],
] as const
const ACCESSIBLE = [
  ['是', 45],
  ['否', 35],
  [null, 20],
] as const
const STATUSES = [
  ['OPERATING', 86],
  ['BUILDING', 4],
  ['SUSPENDED', 4],
  ['PLANNED', 3],
  ['UNKNOWN', 2],
  ['CLOSED', 1],
] as const
const AMENITIES = [
  'WATER',
  'UMBRELLA',
  'SEWING',
  'STATIONERY',
  'MEDICINE',
  'DISABILITY_AID',
] as const
