import { addDays, daysIn, type Period, weekdayOf } from './calendar.ts'
import { weekdaysIn } from './datetokens.ts'

/** What returns, and the text around it. */
export interface Recurrence {
  readonly rest: string
  /** Whether a day is one of them; null where no calendar of the hub can tell (每个工作日). */
  readonly falls: ((day: string) => boolean) | null
  /** 3月第1个周六 is one day and does not return. */
  readonly returns: boolean
}

type Falls = Recurrence['falls']
type Kind = readonly [RegExp, (groups: readonly (string | undefined)[]) => Falls]

const D = '[一二三四五六日天]'
const SOME = '(?:[1-9一二三四五六两](?:[至到~-]?[1-9一二三四五六两])?|若干|多)'
const KINDS: readonly Kind[] = [
  // 每周一次 is no Monday.
  [
    new RegExp(
      `每(?:(?:个|[两半2-9]个?)?[周月天日年]|季度)(?:内|至少|不少于|开展|活动)*${SOME}(?:次|场|期|回|个|天|小时|节)(?:以上|活动)*`,
    ),
    () => null,
  ],
  [
    new RegExp(`(?:每个?月的?|(?<=\\d月份?)的?)(?:第(\\d)个?|首个|(最后1?个?))周(${D})`),
    nthOfMonth,
  ],
  [/每个?月的?((?:\d{1,2}日?[、,和及])*\d{1,2}日)/, daysOfMonth],
  [
    new RegExp(`(?:每逢?|逢)(?:1?个)?周(?:的?周)?(${D}(?:[、,和及至到~-]*周?${D}(?![月年点时]))*)`),
    daysOfWeek,
  ],
  [/(?:每个?)?双休日/, () => (day) => weekdayOf(day) > 5],
  [/(?:每1?[天日]|天天)(?=$|[^\u4e00-\u9fff]|[上下早晚中凌全])/, () => () => true],
  [
    /每?个?(?:法定)?(?:工作日|节假日|假期|周末)|每?隔.{0,2}[周天日月]|每?[2两单双]周|[寒暑]假/,
    () => null,
  ],
  [/每个?(?:季度|[周月])/, () => null],
]

/** Finds what returns in a text: 每周六, 每周一至周五, 每天, 每月5日, 每月第1个周六; null where nothing does. */
export function findRecurrence(text: string): Recurrence | null {
  for (const [pattern, make] of KINDS) {
    const found = pattern.exec(text)
    if (found === null) continue
    const rest = text.replace(found[0], '')
    return { rest, falls: make(found), returns: /[每逢]|天天|双休/.test(found[0]) }
  }
  return null
}

/** The days of a stretch on which it falls. */
export function fallingIn(scope: Period, falls: (day: string) => boolean): string[] {
  return daysIn(scope).filter(falls)
}

function nthOfMonth([, nth, last, name = '']: readonly (string | undefined)[]): Falls {
  const [wanted] = weekdaysIn(name)
  const isLast = (day: string) => addDays(day, 7).slice(5, 7) !== day.slice(5, 7)
  const week = (day: string) => Math.ceil(Number(day.slice(8)) / 7)
  return (day) =>
    weekdayOf(day) === wanted && (last === undefined ? week(day) === Number(nth ?? 1) : isLast(day))
}

function daysOfMonth([, days = '']: readonly (string | undefined)[]): Falls {
  const numbers = [...days.matchAll(/\d+/g)].map(Number)
  return (day) => numbers.includes(Number(day.slice(8)))
}

function daysOfWeek([, names = '']: readonly (string | undefined)[]): Falls {
  const wanted = weekdaysIn(names)
  return (day) => wanted.includes(weekdayOf(day))
}
