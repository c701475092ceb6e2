import type { Holidays } from './due.ts'

/** Spans of a day in minutes after midnight; one past 1440 runs into the next day. */
type Spans = readonly (readonly [from: number, to: number])[]

interface Rule {
  /** Months and days `MMDD` between which it holds; the whole year where there are none. */
  readonly season: readonly [from: number, to: number] | null
  /** One day of one year. */
  readonly date: string | null
  /** 1 Monday … 7 Sunday; null: every day. */
  readonly weekdays: ReadonlySet<number> | null
  readonly holidays: boolean
  readonly spans: Spans
}

/** Opening hours, read once. */
export interface Hours {
  readonly always: boolean
  readonly rules: readonly Rule[]
}

export type DayState =
  | { readonly known: true; readonly spans: Spans; readonly holiday: boolean }
  | { readonly known: false; readonly why: 'HOLIDAY' | 'YEAR' }

/**
 * Reads the part of OpenStreetMap's opening_hours that Chinese registers need: weekdays, several spans a
 * day, seasons, single days, and PH for statutory holidays. Null for anything else: nothing is guessed.
 */
export function readHours(text: string): Hours | null {
  if (text.trim() === '24/7') return { always: true, rules: [] }
  const rules = text.split(';').map((rule) => readRule(rule.trim()))
  return rules.some((rule) => rule === null) ? null : { always: false, rules: rules as Rule[] }
}

/**
 * What holds on a day. On a statutory holiday only a rule for holidays does; a working day made up for
 * one (调休) counts as Monday to Friday; of a year whose holidays nobody published nothing is known.
 */
export function hoursOn({ always, rules }: Hours, day: string, holidays: Holidays): DayState {
  if (always) return { known: true, spans: [[0, 1440]], holiday: false }
  const own = rules.findLast((rule) => rule.date === day)
  if (own !== undefined) return { known: true, spans: own.spans, holiday: false }
  if (!knowsYear(day, holidays)) return { known: false, why: 'YEAR' }
  const kind = holidays.get(day)
  if (kind === 'HOLIDAY') {
    const rule = rules.findLast((one) => one.holidays)
    return rule === undefined
      ? { known: false, why: 'HOLIDAY' }
      : { known: true, spans: rule.spans, holiday: true }
  }
  const weekday = kind === 'WORKDAY' ? 5 : weekdayOf(day)
  const rule = rules.findLast((one) => holds(one, day, weekday))
  return { known: true, spans: rule?.spans ?? [], holiday: false }
}

function holds({ season, date, weekdays, holidays }: Rule, day: string, weekday: number): boolean {
  if (date !== null || (holidays && weekdays === null)) return false
  if (weekdays !== null && !weekdays.has(weekday)) return false
  if (season === null) return true
  const [from, to] = season
  const now = Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10))
  return from <= to ? from <= now && now <= to : now >= from || now <= to
}

const knownYears = new WeakMap<Holidays, Set<string>>()

function knowsYear(day: string, holidays: Holidays): boolean {
  const known =
    knownYears.get(holidays) ?? new Set([...holidays.keys()].map((one) => one.slice(0, 4)))
  knownYears.set(holidays, known)
  return known.has(day.slice(0, 4))
}

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

const MONTH = `(?:${MONTHS.join('|')})`
const DAY = `(?:${WEEKDAYS.join('|')}|PH)`
const RULE = new RegExp(
  `^(?:(\\d{4}) (${MONTH}) (\\d{2}) )?(?:(${MONTH})(?: (\\d{2}))?-(${MONTH})(?: (\\d{2}))? )?` +
    `((?:${DAY}(?:-${DAY})?,?)+)? ?(.*)$`,
)

function readRule(text: string): Rule | null {
  const found = RULE.exec(text)
  if (found === null) return null
  const [, year, month, date, m1, d1, m2, d2, days, times = ''] = found
  const spans = readSpans(times)
  const named = days === undefined ? null : readDays(days)
  if (spans === null || (days !== undefined && named === null)) return null
  const isDate = year !== undefined && month !== undefined && date !== undefined
  const isSeason = m1 !== undefined && m2 !== undefined
  return {
    date: isDate ? `${year}-${two(MONTHS.indexOf(month) + 1)}-${date}` : null,
    season: isSeason
      ? [
          (MONTHS.indexOf(m1) + 1) * 100 + Number(d1 ?? 1),
          (MONTHS.indexOf(m2) + 1) * 100 + Number(d2 ?? 31),
        ]
      : null,
    weekdays: named === null || named.weekdays.size === 0 ? null : named.weekdays,
    holidays: named?.holidays ?? false,
    spans,
  }
}

function readDays(text: string): { weekdays: Set<number>; holidays: boolean } | null {
  const weekdays = new Set<number>()
  let holidays = false
  for (const part of text.split(',').filter((one) => one !== '')) {
    const [first = '', last = first] = part.split('-')
    if (first === 'PH' && last === 'PH') holidays = true
    else {
      const [from, to] = [WEEKDAYS.indexOf(first) + 1, WEEKDAYS.indexOf(last) + 1]
      if (from === 0 || to === 0) return null
      for (let day = from; ; day = (day % 7) + 1) {
        weekdays.add(day)
        if (day === to) break
      }
    }
  }
  return { weekdays, holidays }
}

function readSpans(text: string): Spans | null {
  if (text === 'off' || text === 'closed') return []
  const spans = text.split(',').map((span) => /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/.exec(span.trim()))
  if (spans.some((span) => span === null)) return null
  return spans.map((span) => {
    const [from, to] = [
      Number(span?.[1]) * 60 + Number(span?.[2]),
      Number(span?.[3]) * 60 + Number(span?.[4]),
    ]
    return [from, to <= from ? to + 1440 : to] as const
  })
}

const two = (value: number) => String(value).padStart(2, '0')
