import { two } from './calendar.ts'

/** A time of day as it was written; the part of the day may stand before it or be carried on from another. */
export interface Clock {
  readonly hour: number
  readonly minute: number
  readonly part?: string
  readonly raw: string
  /** 2:30 without 上午 or 下午 says neither half of the day; 02:30 does. */
  readonly halfOpen: boolean
}

export const PARTS =
  '上、?下午|上午|早上|早晨|清晨|凌晨|中午|午间|下午|午后|傍晚|晚上|晚间|夜晚|夜间|当晚|全天|整天|白天|[早晚](?![\\u4e00-\\u9fff])'
const CLOCK = new RegExp(
  `(${PARTS})?(?:(\\d{1,2}):(\\d{2})(?::\\d{2}(?:\\.\\d+)?)?(?!\\d)|(\\d{1,2})[点时](?:(半|整)|([123])刻|(\\d{2}|\\d(?=分))分?)?)(?:(am|pm)|\\+08:?00|z)?`,
  'y',
)
const MORNING = /^(?:上午|早上|早晨|清晨|凌晨|早|am)$/
const AFTERNOON = /^(?:下午|午后|傍晚|pm)$/
const EVENING = /^(?:晚上|晚间|夜晚|夜间|当晚|晚)$/

/** The time of day that stands at a place of a text, and how long its writing is. */
export function clockAt(text: string, at: number): { clock: Clock | null; length: number } | null {
  CLOCK.lastIndex = at
  const found = CLOCK.exec(text)
  if (found === null) return null
  // A date that a table wrote with an empty time: 2019-03-05 00:00:00.
  if (/^0?0:00:00/.test(found[0])) return { clock: null, length: found[0].length }
  const [raw, before, h1, m1, h2, word, quarter, m2, after] = found
  const hour = Number(h1 ?? h2)
  const minute =
    word === '半' ? 30 : quarter === undefined ? Number(m1 ?? m2 ?? 0) : Number(quarter) * 15
  const part = before ?? after
  const halfOpen = !(h1 ?? h2 ?? '').startsWith('0') && hour >= 1 && hour <= 5
  return { clock: { hour, minute, raw, halfOpen, ...(part && { part }) }, length: raw.length }
}

/** Minutes since midnight; null where there is no such time, undefined where it may be two. */
export function minutesOf(clock: Clock, carried?: string): number | null | undefined {
  const { hour, minute } = clock
  const part = clock.part ?? (hour <= 12 ? carried : undefined)
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null
  if (part === undefined || !isHalf(part)) {
    return clock.halfOpen ? undefined : hour * 60 + minute
  }
  const at = hourOf(hour, part)
  return at === null ? null : at * 60 + minute
}

const isHalf = (part: string) =>
  MORNING.test(part) || AFTERNOON.test(part) || EVENING.test(part) || /中午|午间/.test(part)

function hourOf(hour: number, part: string): number | null {
  if (MORNING.test(part)) return hour > 12 ? null : part === '凌晨' && hour === 12 ? 0 : hour
  if (EVENING.test(part)) {
    if (hour >= 17) return hour
    return hour >= 5 && hour <= 12 ? hour + 12 : null
  }
  if (AFTERNOON.test(part)) return hour === 0 ? null : hour < 12 ? hour + 12 : hour
  return hour >= 10 ? hour : hour >= 1 && hour <= 3 ? hour + 12 : null
}

/** 570 → 09:30; midnight at the end of a day is 24:00, an hour later is 01:00. */
export function timeText(minutes: number): string {
  const inDay = minutes > 1440 ? minutes - 1440 : minutes
  return `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`
}
