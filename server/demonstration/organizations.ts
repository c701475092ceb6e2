import { organizationFields } from '../../schema/terms/fields.ts'
import {
  organizationTypes,
  professionalFields,
  registrationStatuses,
  teamTypes,
} from '../../schema/terms/organization.ts'
import { regionLevels } from '../../schema/terms/region.ts'
import { CITY_TEAM, COLLEGE, FEDERATION, KINDS, type Kind } from './bodies.ts'
import { creditCode } from './credit.ts'
import { exampleName, mobileNumber, personName } from './names.ts'
import { type Random, random } from './random.ts'
import { CITIES, type City, type Region } from './regions.ts'
import type { Row } from './register.ts'

export interface Organization {
  readonly number: string
  readonly name: string
  readonly nameEn?: string
  readonly kind: Kind
  /** A region of `readRegions`, or a whole city. */
  readonly region: string
  readonly city: City
  readonly parent: string
}

export const organizationHeader: readonly string[] = [
  organizationFields.registerNumber,
  organizationFields.name,
  organizationFields.nameEn,
  organizationFields.type,
  organizationFields.teamType,
  organizationFields.professionalFields,
  organizationFields.level,
  organizationFields.region,
  organizationFields.parent,
  organizationFields.registrationStatus,
  organizationFields.registeredOn,
  organizationFields.creditCode,
  organizationFields.contactName,
  organizationFields.contactPhone,
].map(({ zh }) => zh)

/** Four colleges of Zhaoqing, a federation in every region, teams around them, and six of Huizhou's units. */
export function listOrganizations(regions: readonly Region[], count: number, seed: string) {
  const chance = random(`${seed}/organizations`)
  const listed: Organization[] = []
  const taken = new Map<string, number>()
  const add = (
    city: City,
    of: Pick<Organization, 'name' | 'nameEn' | 'kind' | 'region' | 'parent'>,
  ) => {
    const ordinal = next(taken, city.letters)
    const number = `${city.letters}-${String(ordinal).padStart(4, '0')}`
    listed.push({ ...of, number, city })
    return number
  }

  for (const [name, nameEn] of COLLEGES) {
    add(CITIES[0]!, { name, nameEn, kind: COLLEGE, region: '441200', parent: '' })
  }
  const federations = new Map<string, string>()
  for (const region of regions) {
    const city = cityOf(region)
    const name = `${region.name}示例志愿者联合会`
    const of = { name, kind: FEDERATION, region: region.code, parent: PARENTS[city.code]! }
    federations.set(region.code, add(city, of))
  }
  for (let i = 0; listed.length < count; i++) {
    const region = regions[i % regions.length]!
    const kind = chance.weigh(KINDS.map((one) => [one, one.weight] as const))
    const before = next(taken, `${region.code} ${kind.noun}`) - 1
    const start = (i % regions.length) % 24 // else every region would begin with the same word
    const name = `${region.name}${exampleName(start + before)}${kind.noun}`
    const parent = chance.chance(0.6) ? federations.get(region.code)! : ''
    add(cityOf(region), { name, kind, region: region.code, parent })
  }
  for (const name of CITY_TEAMS) {
    add(CITIES[1]!, { name, kind: CITY_TEAM, region: '441300', parent: PARENTS['441300']! })
  }
  return listed
}

export function organizationRows(organizations: readonly Organization[], seed: string): Row[] {
  const chance = random(`${seed}/organization cells`)
  return organizations.map((one, serial) => rowOf(one, serial + 1, chance))
}

function rowOf(one: Organization, serial: number, chance: Random): Row {
  const { kind } = one
  const isRegistered = kind.registrar !== undefined && chance.chance(0.7)
  const status = isRegistered ? 'REGISTERED' : kind.status
  const division = /^\d{6}$/.test(one.region) ? one.region : one.city.code
  const fields = kind.team === 'PROFESSIONAL' ? chance.some(PROFESSIONS, chance.integer(1, 2)) : []
  return [
    one.number,
    one.name,
    one.nameEn ?? null,
    organizationTypes[kind.type].zh,
    kind.team ? teamTypes[kind.team].zh : null,
    fields.map((code) => professionalFields[code].zh).join('、') || null,
    regionLevels[kind.level].zh,
    one.region,
    one.parent || null,
    kind === COLLEGE ? null : registrationStatuses[status].zh,
    kind === COLLEGE ? null : foundation(chance),
    isRegistered ? creditCode(kind.registrar!, division, serial) : null,
    personName(chance),
    mobileNumber(chance),
  ]
}

/** Offices know the day, only the month, only the year, or nothing. */
function foundation(chance: Random): string | null {
  const year = chance.integer(2008, 2018)
  const month = chance.integer(1, 12)
  const day = `${year}-${two(month)}-${two(chance.integer(1, 28))}`
  const looks = [
    [day, 70],
    [`${year}年${month}月`, 12],
    [`${year}年`, 6],
    [null, 12],
  ] as const
  return chance.weigh<string | null>(looks)
}

const two = (number: number) => String(number).padStart(2, '0')

function next(counters: Map<string, number>, key: string): number {
  const value = (counters.get(key) ?? 0) + 1
  counters.set(key, value)
  return value
}

function cityOf(region: Region): City {
  return CITIES.find(({ code }) => code === region.city)!
}

/** Bodies that the real documents name. */
const PARENTS: Readonly<Record<string, string>> = {
  '441200': 'ZQ-ZLH',
  '441300': 'HZ-ZLH',
  '440800': 'ZJ-WMW',
  '140400': 'CZ-WMB',
}

/** They stand first in the register. */
export const COLLEGES = [
  ['肇庆学院', 'Zhaoqing University'],
  ['肇庆医学高等专科学校', 'Zhaoqing Medical College'],
  ['肇庆开放大学', 'Zhaoqing Open University'],
  ['广东理工学院', 'Guangdong Technology College'],
] as const

/** Those that filed annex 1 in Huizhou in 2017. They stand last in the register. */
export const CITY_TEAMS = [
  '惠州市示例和兴机关志愿服务队',
  '惠州市示例康宁医院志愿服务队',
  '惠州市示例红棉图书馆志愿服务队',
  '惠州市示例青松供电志愿服务队',
  '惠州市示例同心学校志愿服务队',
  '驻惠示例朝霞单位志愿服务队',
] as const

const PROFESSIONS = Object.keys(professionalFields) as (keyof typeof professionalFields)[]
