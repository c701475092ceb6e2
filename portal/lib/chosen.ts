import { services } from '../../schema/terms/service.ts'
import {
  amenities,
  stationKinds,
  stationSettings,
  stationStatuses,
  venueTypes,
} from '../../schema/terms/station.ts'
import { label, type TermRecord } from '../../schema/terms/term.ts'
import { filterOf, NOW } from './filters.ts'
import { dateTime, list } from './format.ts'
import type { View } from './view.ts'

/** A condition of the list, in words, and the way to the list without it. */
export interface Condition {
  readonly name: string
  readonly words: string
  readonly without: string
}

const LISTS: Readonly<Record<string, TermRecord>> = {
  setting: stationSettings,
  venueType: venueTypes,
  kind: stationKinds,
  status: stationStatuses,
  amenities,
  services,
}

/** The conditions that a URL sets, those that are most easily given up first. */
export function conditionsOf(
  view: View,
  regionName: (code: string) => string | undefined,
): Condition[] {
  const filter = filterOf('station', view.search)
  return ORDER.filter((name) => filter[name] !== undefined).map((name) => ({
    name,
    words: wordsOf(view, name, filter[name], regionName),
    without: without(view, name),
  }))
}

const ORDER = [
  'openAt',
  'venueType',
  'setting',
  'kind',
  'services',
  'amenities',
  'accessible',
  'status',
  'demonstration',
  'text',
  'region',
]

function wordsOf(
  { lang, t }: View,
  name: string,
  value: unknown,
  regionName: (code: string) => string | undefined,
): string {
  const codes = LISTS[name]
  if (codes !== undefined) {
    return list(
      (value as string[]).map((code) => label(codes, code, lang)),
      lang,
    )
  }
  if (name === 'openAt') {
    return value === NOW
      ? t('need.now')
      : t('station.openThen', { when: dateTime(String(value), lang) })
  }
  if (name === 'accessible') return value ? t('station.accessible') : t('station.notAccessible')
  if (name === 'demonstration') return t('station.demonstration')
  if (name === 'region') return regionName(String(value)) ?? String(value)
  return t('station.textSaid', { text: String(value) })
}

function without({ lang, path, search }: View, name: string): string {
  const gone = [name, 'after', 'before', 'unconfirmed']
  const rest = [...search].filter(([one, value]) => value !== '' && !gone.includes(one))
  const query = new URLSearchParams(rest)
  return `/${lang}${path}${query.size > 0 ? `?${query}` : ''}`
}
