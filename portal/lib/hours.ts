import type { Lang } from '../../schema/terms/term.ts'

/** One line of a table of opening hours; no times is closed. */
export interface HoursRow {
  readonly days: string
  readonly times: readonly string[]
}

const DAYS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  Mo: { zh: '周一', en: 'Monday' },
  Tu: { zh: '周二', en: 'Tuesday' },
  We: { zh: '周三', en: 'Wednesday' },
  Th: { zh: '周四', en: 'Thursday' },
  Fr: { zh: '周五', en: 'Friday' },
  Sa: { zh: '周六', en: 'Saturday' },
  Su: { zh: '周日', en: 'Sunday' },
  PH: { zh: '法定节假日', en: 'Public holidays' },
}
const EVERY_DAY = { zh: '每天', en: 'Every day' }
const ALL_DAY = { zh: '全天24小时', en: '24 hours' }
const CLOSED = { zh: '休息', en: 'closed' }

/** The rules of an OpenStreetMap opening_hours text as a table; null where it is not in that syntax. */
export function hoursTable(text: string, lang: Lang): HoursRow[] | null {
  if (text.trim() === '24/7') return [{ days: EVERY_DAY[lang], times: [ALL_DAY[lang]] }]
  const rows = text.split(';').map((rule) => rowOf(rule.trim(), lang))
  return rows.every((row) => row !== null) ? rows : null
}

/** The same in one sentence; a text in no known syntax is given as it was filed. */
export function hoursWords(text: string, lang: Lang): string {
  const rows = hoursTable(text, lang)
  if (rows === null) return text
  const sentences = rows.map(({ days, times }) => `${days} ${timesWords(times, lang)}`)
  return sentences.join(lang === 'zh' ? '；' : '; ')
}

export function timesWords(times: readonly string[], lang: Lang): string {
  return times.length === 0 ? CLOSED[lang] : times.join(lang === 'zh' ? '、' : ', ')
}

function rowOf(rule: string, lang: Lang): HoursRow | null {
  const [, daysText = '', rest = ''] =
    /^((?:[A-Z][a-z]|PH)(?:[-,](?:[A-Z][a-z]|PH))*)?\s*(.*)$/.exec(rule) ?? []
  const days = daysText === '' ? EVERY_DAY[lang] : daysOf(daysText, lang)
  if (days === null) return null
  if (rest === 'off' || rest === 'closed') return { days, times: [] }
  const spans = rest.split(',')
  if (!spans.every((span) => /^\d{2}:\d{2}-\d{2}:\d{2}$/.test(span))) return null
  return { days, times: spans.map((span) => span.replace('-', '–')) }
}

function daysOf(text: string, lang: Lang): string | null {
  if (text === 'Mo-Su') return EVERY_DAY[lang]
  const parts = text.split(',').map((part) => {
    const ends = part.split('-').map((day) => DAYS[day]?.[lang])
    if (ends.includes(undefined)) return null
    return ends.join(lang === 'zh' ? '至' : ' to ')
  })
  return parts.includes(null) ? null : parts.join(lang === 'zh' ? '、' : ', ')
}
