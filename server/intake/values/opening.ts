import { type Remark, remark } from '../findings.ts'
import { plain } from './plain.ts'

const DAYS = ['一', '二', '三', '四', '五', '六', '日'] as const
const OSM = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const

/**
 * Opening hours as registers write them, in OpenStreetMap syntax (周一至周五 9:00-12:00 → Mo-Fr 09:00-12:00).
 * What cannot be read for certain is kept as it was written.
 */
export function readHoursOpen(raw: string): { value: string; remarks: Remark[] } {
  const text = plain(raw)
    .replaceAll('星期', '周')
    .replaceAll('礼拜', '周')
    .replaceAll('周天', '周日')
  const value = asOsm(text)
  return value === null
    ? { value: raw, remarks: [remark('W_HOURS_KEPT', { raw })] }
    : { value, remarks: [] }
}

function asOsm(text: string): string | null {
  if (/^(?:全天|每天|每日)?\s*(?:24小时|全天24小时|全天开放|24h)(?:开放)?$/i.test(text))
    return '24/7'
  let rest = text
  const rules: string[] = []
  const off = /[,;。，；\s(]*(?:国家)?(?:法定)?节假日(?:除外|休息|不开放|闭馆)[)]?[。]?$/.exec(rest)
  if (off !== null) rest = rest.slice(0, off.index)
  const closed = /[(,;，；\s]*周([一二三四五六日])(?:闭馆|休息|不开放)[)]?$/.exec(rest)
  if (closed !== null) rest = rest.slice(0, closed.index)
  const found = /^(.*?)\s*((?:\d{1,2}:\d{2}\s*[-~至到]\s*\d{1,2}:\d{2}[\s,;、，和]*)+)$/.exec(
    rest.trim(),
  )
  if (found === null) return null
  const days = daysOf((found[1] ?? '').replaceAll(' ', ''))
  const times = timesOf(found[2] as string)
  if (days === null || times === null) return null
  rules.push(days === '' ? times : `${days} ${times}`)
  if (closed !== null) rules.push(`${OSM[DAYS.indexOf(closed[1] as (typeof DAYS)[number])]} off`)
  if (off !== null) rules.push('PH off')
  return rules.join('; ')
}

/** 周一至周五, 周二到周日, 每天, 工作日, 周六、周日; the empty text for every day. */
function daysOf(text: string): string | null {
  const bare = text.replace(/[:：,，]$/, '')
  if (bare === '' || /^每[天日]$/.test(bare)) return 'Mo-Su'
  if (bare === '工作日') return 'Mo-Fr'
  const range = /^周([一二三四五六日])[至到~-]周?([一二三四五六日])$/.exec(bare)
  if (range !== null) return `${short(range[1])}-${short(range[2])}`
  const single = bare.split(/[、,，和]/).map((day) => /^周?([一二三四五六日])$/.exec(day)?.[1])
  return single.every((day) => day !== undefined) ? single.map(short).join(',') : null
}

const short = (day: string | undefined) => OSM[DAYS.indexOf(day as (typeof DAYS)[number])]

function timesOf(text: string): string | null {
  const spans = [...text.matchAll(/(\d{1,2}):(\d{2})\s*[-~至到]\s*(\d{1,2}):(\d{2})/g)]
  const valid = spans.every(
    ([, h1, m1, h2, m2]) =>
      Number(h1) < 24 && Number(h2) <= 24 && Number(m1) < 60 && Number(m2) < 60,
  )
  if (!valid) return null
  return spans
    .map(
      ([, h1 = '', m1, h2 = '', m2]) => `${h1.padStart(2, '0')}:${m1}-${h2.padStart(2, '0')}:${m2}`,
    )
    .join(',')
}
