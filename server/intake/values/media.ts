import { type Remark, remark } from '../findings.ts'
import type { Cell } from '../sheet.ts'
import {
  type NumberReading,
  type NumberRule,
  readNumber,
  readNumberText,
  refuseCell,
  unread,
} from './number.ts'
import { compact, plain } from './plain.ts'

const PLAYS = /播放|观看/
const LIKES = /点赞|转发|评论|在看|收藏|分享/

/** Reads of an article. Plays of a video are kept beside, never as reads; likes are no reads at all. */
export function readReads(cell: Cell | undefined, rule: NumberRule): NumberReading {
  const refused = refuseCell(cell, rule)
  const original = cell?.text ?? ''
  const text = compact(original)
  if (refused !== null || !(PLAYS.test(text) || LIKES.test(text))) return readNumber(cell, rule)

  const pieces = text.split(/[;、/]|(?<!\d),|,(?!\d{3})/).filter((piece) => piece !== '')
  const played = pieces.find((piece) => PLAYS.test(piece))
  const liked = pieces.filter((piece) => LIKES.test(piece) && piece !== played)
  const rest = pieces.filter((piece) => piece !== played && !liked.includes(piece)).join(';')
  const reading = rest === '' ? unread([]) : readNumberText(rest, original, rule)
  const plays = played === undefined ? null : readPlays(played, rule)
  const remarks: Remark[] = [
    ...reading.remarks.filter((one) => one.code !== 'I_NORMALISED'),
    ...(played === undefined ? [] : [remark('W_METRIC', { raw: plain(original) })]),
    ...liked.map((part) => remark('I_IGNORED_PART', { part })),
  ]
  return { ...reading, remarks, ...(plays === null ? {} : { plays }) }
}

function readPlays(piece: string, rule: NumberRule): number | null {
  const bare = piece
    .replaceAll(/\([^)]*\)/g, '')
    .replace(/^\D*?(?:播放|观看)(?:次数|人次|量|数)?[:为]?/, '')
    .replace(/次?(?:播放|观看)(?:量|数)?$/, '')
  return readNumberText(bare, bare, rule).value
}

/** A count of reports, with the outlet where the cell names one: 《西江日报》1篇. */
export function readReports(cell: Cell | undefined, rule: NumberRule): NumberReading {
  const [, outlet, count] = /^《([^》]+)》[:：]?\s*(.+)$/.exec(plain(cell?.text ?? '')) ?? []
  const reading =
    count === undefined || count.includes('《')
      ? readNumber(cell, rule)
      : readNumberText(compact(count), count, rule)
  if (outlet === undefined || reading.value === null) return reading
  const { value } = reading
  const others = reading.remarks.filter((one) => one.code !== 'I_NORMALISED')
  const told =
    others.length > 0 ? others : [remark('I_NORMALISED', { raw: cell?.text ?? '', value })]
  return { ...reading, text: outlet, remarks: told }
}
