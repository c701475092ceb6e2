import { figureStatuses } from '../../schema/terms/statistic.ts'
import type { Lang } from '../../schema/terms/term.ts'

const LOCALES: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en-GB' }
const SHANGHAI = 'Asia/Shanghai'

/** Made once for each language: a formatter costs a hundred times what it formats. */
const inEach = <T>(make: (locale: string) => T): Readonly<Record<Lang, T>> => ({
  zh: make(LOCALES.zh),
  en: make(LOCALES.en),
})
const NUMBERS = inEach((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }))
const PERCENTS = inEach(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
)
const MONTH = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const
const MONTHS = inEach((locale) => new Intl.DateTimeFormat(locale, MONTH))
const DAYS = inEach((locale) => new Intl.DateTimeFormat(locale, { ...MONTH, day: 'numeric' }))
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: SHANGHAI } as const
const TIMES = inEach((locale) => new Intl.DateTimeFormat(locale, CLOCK))

export function number(value: number, lang: Lang): string {
  return NUMBERS[lang].format(value)
}

export function percent(ratio: number, lang: Lang): string {
  return PERCENTS[lang].format(ratio)
}

/** A day as people write it: 2019年3月8日, 8 March 2019. A day has no time zone. */
export function date(value: string | Date, lang: Lang): string {
  return DAYS[lang].format(new Date(`${isoOf(value).slice(0, 10)}T00:00:00Z`))
}

/** A moment in Shanghai: 2019年3月8日 17:05, 8 March 2019, 17:05. */
export function dateTime(value: string | Date, lang: Lang): string {
  const time = TIMES[lang].format(new Date(isoOf(value)))
  return `${dayIn(value, lang)}${lang === 'zh' ? ' ' : ', '}${time}`
}

/** A span in a narrow column: 6/5–6/11; the year is said elsewhere. */
export function shortSpan(from: string | Date, to: string | Date): string {
  const [first, last] = [from, to].map((day) => {
    const [, month, date] = isoOf(day).slice(0, 10).split('-')
    return `${Number(month)}/${Number(date)}`
  })
  return first === last ? `${first}` : `${first}–${last}`
}

/** The day of a moment, as the calendar in Shanghai has it. */
export function dayIn(value: string | Date, lang: Lang): string {
  const there = new Date(new Date(isoOf(value)).getTime() + 8 * 3_600_000) // UTC+8, no summer time
  return date(there, lang)
}

/** A date of any precision (EDTF): 1988, 2015-04, 2015-04-28; anything else stays as it is. */
export function edtf(value: string, lang: Lang): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return date(value, lang)
  const month = /^(\d{4})-(\d{2})$/.exec(value)
  if (month !== null) return MONTHS[lang].format(new Date(`${value}-01T00:00:00Z`))
  return /^\d{4}$/.test(value) && lang === 'zh' ? `${value}年` : value
}

export function isoOf(value: string | Date): string {
  return typeof value === 'string' ? value : value.toISOString()
}

/** Words in a row: 甲、乙 and A, B. */
export function list(words: readonly string[], lang: Lang): string {
  return words.join(lang === 'zh' ? '、' : ', ')
}

const QUALIFIERS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  APPROX: { zh: '约', en: 'about' },
  AT_LEAST: { zh: '不少于', en: 'at least' },
  BELOW: { zh: '近', en: 'nearly' },
  RANGE: { zh: '区间', en: 'a range near' },
}

export interface Quantity {
  readonly value: number | null
  readonly status: string
  readonly qualifier: string
  readonly unit: string
}

/** 约, 不少于, 近; nothing for an exact number. */
export function qualifier(code: string, lang: Lang): string {
  return QUALIFIERS[code]?.[lang] ?? ''
}

/** A figure as text, with its qualifier and unit, or the word of its status: never 0 for a missing one. */
export function quantity(figure: Quantity, lang: Lang): string {
  if (figure.value === null) return statusWord(figure.status, lang)
  const space = lang === 'zh' ? '' : ' '
  const before = qualifier(figure.qualifier, lang)
  return `${before}${before && space}${number(figure.value, lang)}${space}${figure.unit}`
}

/** 未报, 不公布, 不适用. */
export function statusWord(status: string, lang: Lang): string {
  return figureStatuses[status as keyof typeof figureStatuses]?.[lang] ?? status
}

/** From one day to another; an open end stays open. */
export function span(from: string | null, to: string | null, lang: Lang): string {
  const zh = lang === 'zh'
  if (from === null) return to === null ? '' : `${zh ? '至' : 'until '}${date(to, lang)}`
  const first = date(from, lang)
  if (to === null) return zh ? `${first}起` : `from ${first}`
  const last = date(to, lang)
  if (first === last) return first
  return zh ? `${first}至${last}` : `${first} – ${last}`
}
