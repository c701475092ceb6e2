import type { Form } from '../../../schema/forms/form.ts'
import type { Claim } from '../../records/claim.ts'
import type { JudgedRow } from '../judged.ts'
import type { World } from '../world.ts'
import {
  claimsOfAssessments,
  claimsOfDemonstrations,
  claimsOfHolidays,
  claimsOfIndicators,
  claimsOfInspections,
  claimsOfPlatform,
} from './deskforms.ts'
import { type Origin, sourcesOf, valueIn } from './draft.ts'

/** The records that the rows of a register claim. Held rows claim nothing. */
export function claimsOfRegister(
  form: Form,
  rows: readonly JudgedRow[],
  origin: Origin,
  world: World,
): Claim[] {
  const whole = WHOLE[form.code]
  if (whole !== undefined) return whole(rows, origin, world)
  const shape = SHAPES[form.code]
  if (shape === undefined) throw new Error(`No register has the code ${form.code}`)
  return rows
    .filter((row) => !row.held)
    .map((row) => {
      const sources = sourcesOf(origin, row, Object.keys(row.cells))
      const { said, unsaid } = saidIn(row, shape)
      const content = { values: said, initial: unsaid, sources, sample: origin.sample }
      return { type: form.record, record: shape.id(row), content }
    })
}

/** A register says nothing of the columns that it does not have: what was known of them stays. */
function saidIn(row: JudgedRow, { values, from = {} }: Shape) {
  const [said, unsaid]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}]
  for (const [field, value] of Object.entries(values(row))) {
    const isSaid = Object.hasOwn(row.cells, from[field] ?? field)
    ;(isSaid ? said : unsaid)[field] = value
  }
  return { said, unsaid }
}

/** The same of a long register, row after row; only assessments are made of rows that lie apart. */
export function* claimsInTurn(
  form: Form,
  rows: Iterable<JudgedRow>,
  origin: Origin,
  world: World,
): Iterable<Claim> {
  if (form.code === 'HUB-ASSESSMENT') yield* claimsOfRegister(form, [...rows], origin, world)
  else for (const row of rows) yield* claimsOfRegister(form, [row], origin, world)
}

interface Shape {
  id(row: JudgedRow): string
  values(row: JudgedRow): Record<string, unknown>
  /** The column that a field is read from, where its name is another. */
  readonly from?: Readonly<Record<string, string>>
}

const text = (row: JudgedRow, field: string) =>
  (valueIn(row, field) as string | null | undefined) ?? null
const list = (row: JudgedRow, field: string) =>
  (valueIn(row, field) as unknown[] | null | undefined) ?? []

const station: Shape = {
  from: { nameZh: 'name', addressZh: 'address', datumGiven: 'lat', locationPrecision: 'lat' },
  id: (row) => `station:${text(row, 'registerNumber')}`,
  values: (row) => {
    const [lat, lon] = [valueIn(row, 'lat') ?? null, valueIn(row, 'lon') ?? null]
    const placed = typeof lat === 'number' && typeof lon === 'number'
    return {
      nameZh: text(row, 'name'),
      nameEn: text(row, 'nameEn'),
      kind: text(row, 'kind') ?? 'STATION',
      setting: text(row, 'setting'),
      venueType: text(row, 'venueType'),
      status: text(row, 'status') ?? 'UNKNOWN',
      region: text(row, 'region'),
      addressZh: text(row, 'address'),
      addressEn: null,
      lat: placed ? lat : null,
      lon: placed ? lon : null,
      datumGiven: placed ? text(row, 'datumGiven') : null,
      locationPrecision: placed ? precisionOf(row) : 'NONE',
      operator: text(row, 'operator'),
      competentBody: text(row, 'competentBody'),
      publicPhone: text(row, 'publicPhone'),
      openingHours: text(row, 'openingHours'),
      amenities: list(row, 'amenities'),
      accessible: valueIn(row, 'accessible') ?? null,
      services: list(row, 'services'),
      functions: list(row, 'functions'),
      demonstrations: [],
      lastVerifiedOn: text(row, 'lastVerifiedOn'),
      registerNumber: text(row, 'registerNumber'),
      replacedBy: text(row, 'replacedBy'),
    }
  },
}

/** Without its datum a position may be a kilometre off: no better than the county (X12). */
function precisionOf(row: JudgedRow): string {
  const given = text(row, 'locationPrecision')
  return text(row, 'datumGiven') === null || given === null || given === 'NONE' ? 'COUNTY' : given
}

/** A day without a clock time begins at midnight in Shanghai. */
const midnight = (day: string | null) =>
  day === null ? null : new Date(`${day}T00:00:00+08:00`).toISOString()

const organization: Shape = {
  from: { nameZh: 'name', active: 'registerNumber' },
  id: (row) => `organization:${text(row, 'registerNumber')}`,
  values: (row) => ({
    nameZh: text(row, 'name'),
    nameEn: text(row, 'nameEn'),
    aliases: list(row, 'aliases'),
    type: text(row, 'type'),
    teamType: text(row, 'teamType'),
    professionalFields: list(row, 'professionalFields'),
    level: text(row, 'level'),
    region: text(row, 'region'),
    parent: text(row, 'parent'),
    competentBody: text(row, 'competentBody'),
    registrationStatus: text(row, 'registrationStatus') ?? 'UNREGISTERED',
    registeredOn: text(row, 'registeredOn'),
    creditCode: text(row, 'creditCode'),
    platforms: [],
    registerNumber: text(row, 'registerNumber'),
    replacedBy: text(row, 'replacedBy'),
    active: null, // listed again, it is active again
  }),
}

const project: Shape = {
  from: { nameZh: 'name' },
  id: (row) => `project:${text(row, 'registerNumber')}`,
  values: (row) => ({
    nameZh: text(row, 'name'),
    nameEn: text(row, 'nameEn'),
    organization: text(row, 'organization'),
    station: text(row, 'station'),
    region: text(row, 'region'),
    status: text(row, 'status'),
    fields: list(row, 'fields'),
    services: list(row, 'services'),
    audiences: [],
    themes: list(row, 'themes'),
    publishedAt: midnight(text(row, 'publishedAt')),
    startsOn: text(row, 'startsOn'),
    endsOn: text(row, 'endsOn'),
    isBrand: valueIn(row, 'isBrand') === true,
    positions: list(row, 'positions'),
    transitions: [],
    registerNumber: text(row, 'registerNumber'),
  }),
}

const LEVELS: Readonly<Record<string, string | null>> = {
  province: 'PROVINCE',
  prefecture: 'CITY',
  city: 'CITY',
  county: 'COUNTY',
  township: 'TOWNSHIP',
  village: 'VILLAGE',
  functional_zone: null,
}

const zoneCode = (code: string) => code.replace(':', '-')

const region: Shape = {
  from: { nameZh: 'name', functionalZone: 'level' },
  id: (row) => `region:${zoneCode(text(row, 'code') ?? '')}`,
  values: (row) => {
    const level = text(row, 'level') ?? ''
    const parent = text(row, 'parent')
    const successors = (text(row, 'successors') ?? '').split(/[;、,]/).filter((code) => code !== '')
    return {
      code: zoneCode(text(row, 'code') ?? ''),
      nameZh: text(row, 'name'),
      nameEn: text(row, 'nameEn') ?? text(row, 'name'),
      level: LEVELS[level] ?? null,
      functionalZone: level === 'functional_zone',
      parent: parent === null ? null : `region:${zoneCode(parent)}`,
      validFrom: text(row, 'validFrom'),
      validTo: text(row, 'validTo'),
      successors: successors.map((code) => `region:${zoneCode(code)}`),
      basis: text(row, 'basis'),
      note: text(row, 'note'),
    }
  },
}

const reporter: Shape = {
  id: (row) => reporterId(text(row, 'campaign') ?? '', text(row, 'organization') ?? ''),
  values: (row) => ({
    campaign: text(row, 'campaign'),
    organization: text(row, 'organization'),
    kind: text(row, 'kind'),
    region: text(row, 'region'),
    via: text(row, 'via'),
    document: null,
    clause: null,
  }),
}

/** A body reports once for a campaign. */
export function reporterId(campaign: string, organization: string): string {
  return `reporter:${campaign.replace('campaign:', '')}-${organization.replace('organization:', '')}`
}

const place: Shape = {
  from: { nameZh: 'name' },
  id: (row) => `place:${text(row, 'number')}`,
  values: (row) => ({
    nameZh: text(row, 'name'),
    nameEn: text(row, 'nameEn'),
    aliases: list(row, 'aliases'),
    kind: text(row, 'kind'),
    region: text(row, 'region'),
    lat: valueIn(row, 'lat') ?? null,
    lon: valueIn(row, 'lon') ?? null,
    datumGiven: text(row, 'datumGiven'),
    locationPrecision: text(row, 'locationPrecision'),
    source: text(row, 'source'),
    licence: text(row, 'licence'),
    note: text(row, 'note'),
  }),
}

const SHAPES: Readonly<Record<string, Shape>> = {
  'HUB-STATIONS': station,
  'HUB-ORGANIZATIONS': organization,
  'HUB-PROJECTS': project,
  'HUB-DIVISIONS': region,
  'HUB-REPORTERS': reporter,
  'HUB-PLACES': place,
}

const WHOLE: Readonly<
  Record<string, (rows: readonly JudgedRow[], origin: Origin, world: World) => Claim[]>
> = {
  'HUB-ASSESSMENT': claimsOfAssessments,
  'HUB-INSPECTIONS': claimsOfInspections,
  'HUB-DEMONSTRATIONS': claimsOfDemonstrations,
  'HUB-INDICATORS': claimsOfIndicators,
  'HUB-PLATFORM': claimsOfPlatform,
  'HUB-HOLIDAYS': claimsOfHolidays,
}
