import { themes } from '../../schema/terms/campaign.ts'
import { organizationTypes, teamTypes } from '../../schema/terms/organization.ts'
import { projectStatuses } from '../../schema/terms/project.ts'
import { regionLevels } from '../../schema/terms/region.ts'
import { services } from '../../schema/terms/service.ts'
import {
  amenities,
  stationKinds,
  stationSettings,
  stationStatuses,
  venueTypes,
} from '../../schema/terms/station.ts'
import type { TermRecord } from '../../schema/terms/term.ts'

/** How a parameter of a URL becomes a part of a filter of the graph. */
type Reader = (search: URLSearchParams, name: string) => unknown

const text: Reader = (search, name) => search.get(name)?.trim().slice(0, 100) || undefined

const yesNo: Reader = (search, name) =>
  ({ true: true, false: false })[search.get(name) ?? ''] as boolean | undefined

const id =
  (type: string): Reader =>
  (search, name) => {
    const value = search.get(name)
    if (!value) return undefined
    return value.includes(':') ? value : `${type}:${value}`
  }

const oneOf =
  (codes: TermRecord): Reader =>
  (search, name) =>
    known(search, name, codes)[0]

const anyOf =
  (codes: TermRecord): Reader =>
  (search, name) => {
    const values = known(search, name, codes)
    return values.length > 0 ? values : undefined
  }

const known = (search: URLSearchParams, name: string, codes: TermRecord) =>
  search.getAll(name).filter((code) => Object.hasOwn(codes, code))

/** `now`, or a moment that somebody wants to come at. */
const moment: Reader = (search, name) => {
  const value = search.getAll(name).findLast((one) => one !== '')
  if (value === undefined || value === NOW) return value
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}+08:00` // as a clock there shows it
  return Number.isNaN(Date.parse(zoned)) ? undefined : new Date(zoned).toISOString()
}

/** Stands for the present until a page says what it is. */
export const NOW = 'now'

const STATION = {
  openAt: moment,
  text,
  region: text,
  setting: anyOf(stationSettings),
  venueType: anyOf(venueTypes),
  kind: anyOf(stationKinds),
  status: anyOf(stationStatuses),
  amenities: anyOf(amenities),
  services: anyOf(services),
  accessible: yesNo,
  demonstration: yesNo,
  unconfirmed: yesNo,
  sample: yesNo,
}
const ORGANIZATION = {
  text,
  region: text,
  type: anyOf(organizationTypes),
  teamType: anyOf(teamTypes),
  level: oneOf(regionLevels),
  sample: yesNo,
}
const PROJECT = {
  text,
  region: text,
  status: anyOf(projectStatuses),
  themes: anyOf(themes),
  services: anyOf(services),
  organization: id('organization'),
  station: id('station'),
  sample: yesNo,
}

const NOUNS = { station: STATION, organization: ORGANIZATION, project: PROJECT } as const

/** The filter that a URL asks for: parameters are named as the fields of the graph's filter. */
export function filterOf(
  noun: keyof typeof NOUNS,
  search: URLSearchParams,
): Record<string, unknown> {
  const fields: Readonly<Record<string, Reader>> = NOUNS[noun]
  return Object.fromEntries(
    Object.entries(fields)
      .map(([name, read]) => [name, read(search, name)] as const)
      .filter(([, value]) => value !== undefined),
  )
}

/** Whether a filter asks for what registers often do not say. */
export function canBeUnknown(filter: object): boolean {
  return ['amenities', 'services', 'accessible', 'openAt'].some((name) =>
    Object.hasOwn(filter, name),
  )
}

/** The page of a list that a URL asks for: `after` and `before` carry the graph's cursors. */
export function pageOf(search: URLSearchParams, size: number) {
  const before = search.get('before')
  if (before) return { last: size, before }
  const after = search.get('after')
  return after ? { first: size, after } : { first: size }
}
