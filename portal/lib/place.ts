import type { Lang } from '../../schema/terms/term.ts'
import { number } from './format.ts'
import { say } from './words.ts'

/** Where somebody stands, to about a hundred metres: nearer than that a list need not know. */
export interface Place {
  readonly lat: number
  readonly lon: number
}

/** The place that a URL names, cut to three decimals before anything is done with it; null for none. */
export function placeOf(search: URLSearchParams): Place | null {
  const [lat, lon] = ['lat', 'lon'].map((name) => degrees(search.get(name)))
  if (lat === undefined || lon === undefined || !namesPlace(search)) return null
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null
}

function degrees(text: string | null): number {
  return text?.trim() ? Number(Number(text).toFixed(3)) : Number.NaN
}

/** Whether a URL says anything of where somebody is, right or wrong. */
export function namesPlace(search: URLSearchParams): boolean {
  return search.has('lat') || search.has('lon')
}

/** The parameters that others may see: a cursor of a list by distance tells a place too. */
export function withoutPlace(search: URLSearchParams): URLSearchParams {
  const names = namesPlace(search) ? ['lat', 'lon', 'after', 'before'] : []
  return new URLSearchParams([...search].filter(([name]) => !names.includes(name)))
}

/** What is measured from a place known to a kilometre has no metres: 1 公里以内, then 约 1.2 公里. */
export function roughly(metres: number, lang: Lang): string {
  return metres < 1000 ? say(lang, 'near.within') : about(metres, lang)
}

/** 约 350 米, about 1.2 km: to ten metres below a kilometre, to a hundred above. */
export function about(metres: number, lang: Lang): string {
  const near = Math.round(metres / 10) * 10
  const value =
    near < 1000 ? number(Math.max(10, near), lang) : number(Math.round(metres / 100) / 10, lang)
  const unit = near < 1000 ? { zh: '米', en: 'm' } : { zh: '公里', en: 'km' }
  return lang === 'zh' ? `约 ${value} ${unit.zh}` : `about ${value} ${unit.en}`
}
