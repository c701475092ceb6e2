import { isError, remark } from '../findings.ts'
import { printed, yearOf } from './calendar.ts'
import { dateText } from './datetext.ts'
import { isDoubtful, tokensOf } from './datetokens.ts'
import { said } from './occasion.ts'
import { findRecurrence } from './recurrence.ts'
import { returning } from './returning.ts'
import { isWeekOfMonth, weekOfMonth } from './week.ts'
import { outside, type WhenReading } from './when.ts'
import { type Asked, failed, unreadable, whenSaid } from './whensaid.ts'

const LUNAR =
  /农历|阴历|旧历|[正腊冬]月|初[一二三四五六七八九十]|廿|元宵|端午|中秋|重阳|春节|除夕|七夕|小年(?!级)/
const LONGEST = 120

/** Reads a text about time; `raw` is plain. */
export function readWhenText(raw: string, asked: Asked): WhenReading {
  if (raw.length > LONGEST) return failed(unreadable(`${raw.slice(0, 20)}…`))
  const { text, notes } = withoutNotes(raw)
  if (LUNAR.test(text)) return failed(remark('E_DATE_LUNAR', { raw }))
  const ignored = notes.map((part) => remark('I_IGNORED_PART', { part }))
  const reading = readPlain(dateText(text), asked)
  if (reading.remarks.some(isError) || ignored.length === 0) return reading
  const others = reading.remarks.filter((one) => one.code !== 'I_NORMALISED')
  return { ...reading, remarks: [...others, ...ignored] }
}

function readPlain(text: string, asked: Asked): WhenReading {
  if (isWeekOfMonth(text)) return readWeek(asked)
  const recurrence = findRecurrence(text)
  if (recurrence === null) return readPieces(text, asked)
  const around =
    tokensOf(recurrence.rest).length === 0
      ? null
      : readPieces(recurrence.rest, { ...asked, returning: true })
  return returning(recurrence, around, asked)
}

function readPieces(text: string, asked: Asked): WhenReading {
  const tokens = tokensOf(text)
  const pieces = isDoubtful(tokens) ? null : said(tokens)
  return pieces === null ? failed(unreadable(asked.raw)) : whenSaid(pieces, asked)
}

/** 3月5日（学雷锋日）: brackets that say nothing about time are set aside. */
function withoutNotes(raw: string): { text: string; notes: string[] } {
  const notes: string[] = []
  const text = raw.replaceAll(/\(([^()]*)\)/g, (whole, inside: string) => {
    const isTime = !tokensOf(dateText(inside)).some((one) => one.is === 'noise')
    if (isTime || /改|取消|延|推迟|除|不|或/.test(inside)) return whole
    notes.push(inside)
    return ''
  })
  return text.trim() === '' ? { text: raw, notes: [] } : { text, notes }
}

/** 7月第1周: its days, where they are certain. */
function readWeek({ raw, period }: Asked): WhenReading {
  const { value, remarks } = weekOfMonth(raw, yearOf(period.from))
  if (value === null) return { value, remarks }
  const told = remark('W_PERIOD_FUZZY', { raw, value: printed(value) })
  const days = [{ ...value, rough: true, inferred: false }]
  const { from: start, to: end } = value
  return { value: { start, end }, remarks: [told, ...outside(days, period, true)], fuzzy: true }
}
