import type { Lang } from '../../schema/terms/term.ts'
import { date, number } from './format.ts'

/** What an indicator should reach, as the graph tells it. */
export interface Target {
  readonly comparison: string
  readonly low: number | null
  readonly high: number | null
  readonly due: string | null
}

const UNITS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  '%': { zh: '%', en: ' %' },
  h: { zh: '小时', en: ' hours' },
  count: { zh: '个', en: '' },
}

/** ≥ 20%, 5–8个. */
export function wanted({ comparison, low, high }: Target, unit: string, lang: Lang): string {
  const ends = [low, high].flatMap((end) => (end === null ? [] : number(end, lang)))
  const sign = comparison === '>=' ? '≥ ' : comparison === '<=' ? '≤ ' : ''
  return `${sign}${ends.join('–')}${UNITS[unit]?.[lang] ?? ` ${unit}`}`
}

/** A time in few words: one year, one day, or from day to day. */
export function shortPeriod(from: string, to: string, lang: Lang): string {
  const year = from.slice(0, 4)
  if (from === `${year}-01-01` && to === `${year}-12-31`) return lang === 'zh' ? `${year}年` : year
  return from === to ? date(from, lang) : `${date(from, lang)} – ${date(to, lang)}`
}
