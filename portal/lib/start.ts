import { type Asker, ask } from './ask.ts'
import type { Condition } from './chosen.ts'
import { changed } from './links.ts'
import type { View } from './view.ts'

/** A place that a list by distance can begin at. */
export interface StartPlace {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly locationPrecision: string
  readonly source: string | null
  readonly licence: string | null
  readonly note: string | null
  readonly sample: boolean
  readonly location: { readonly lat: number; readonly lon: number }
  readonly region: { readonly code: string; readonly name: string } | null
}

/** Where somebody wants to look from, as typed (`near`) or as chosen among several (`place`). */
export interface Start {
  readonly said: string
  readonly place: StartPlace | null
  /** The places of that name, where there are several. */
  readonly choices: readonly StartPlace[]
}

const NOWHERE: Start = { said: '', place: null, choices: [] }

/** `query` is the question for places. A chosen place holds as long as the typed words still name it: who types others means another place. */
export async function startOf(
  astro: Asker,
  { search, asked: lang }: View,
  query: string,
): Promise<Start> {
  const said = search.get('near')?.trim().slice(0, 100) ?? ''
  const chosen = search.get('place')?.trim() ?? ''
  if (said === '' && chosen === '') return NOWHERE
  const id = chosen.includes(':') ? chosen : `place:${chosen}`
  const asked = { lang, text: said, named: said !== '', id, chosen: chosen !== '' }
  const { places = [], place } = await ask<{ places?: StartPlace[]; place?: StartPlace | null }>(
    astro,
    query,
    asked,
  )
  const holds = said === '' || place?.name === said || places.some((one) => one.id === place?.id)
  if (place && holds) return { said, place, choices: [] }
  const [only, second] = places
  return second === undefined
    ? { said, place: only ?? null, choices: [] }
    : { said, place: null, choices: places }
}

/** The places that words for a station name, for who meant to look from there. */
export async function placesCalled(
  astro: Asker,
  view: View,
  query: string,
  text: string,
): Promise<StartPlace[]> {
  const { places } = await ask<{ places: StartPlace[] }>(astro, query, {
    lang: view.asked,
    text,
    named: true,
  })
  return places
}

/** The address of the list from a place; a page of another list is none of this one. */
export function fromPlace({ search }: View, place: StartPlace, near: string): string {
  const id = place.id.replace(/^place:/, '')
  return `${changed(search, { near, place: id, ...ELSEWHERE })}#found`
}

/** The place as a condition that can be given up, as the others can. */
export function startCondition(view: View, place: StartPlace): Condition {
  const said = new URLSearchParams([...view.search].filter(([, value]) => value !== ''))
  const rest = changed(said, { near: null, place: null, ...ELSEWHERE })
  return {
    name: 'near',
    words: view.t('near.from', { place: place.name }),
    without: `/${view.lang}${view.path}${rest}`,
  }
}

const ELSEWHERE = { after: null, before: null, lat: null, lon: null } as const

/** Whether a place is known well enough for metres. */
export const isExact = ({ locationPrecision }: StartPlace) =>
  locationPrecision === 'ROOFTOP' || locationPrecision === 'STREET'
