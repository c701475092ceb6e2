// Number formats, as far as dates, times and percentages need them. ECMA-376 part 1, 18.8.30 and .31.

/** The code of a built-in format, as Excel shows it in China; undefined for General. */
export function builtInFormat(id: number): string | undefined {
  return BUILT_IN[id]
}

/** A format code, understood once. */
export interface NumberFormat {
  readonly code: string
  /** `day`: names a day. `time`: a time of day. `length`: `[h]:mm` counts on past a day. */
  readonly kind: 'day' | 'time' | 'length' | 'percent' | 'number'
  readonly pieces: readonly string[]
}

export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** Whole seconds since serial 0. */
  readonly elapsed: number
}

export function numberFormat(code: string): NumberFormat {
  const pieces = split(code)
  return { code, pieces, kind: kindOf(pieces) }
}

/** `m"月"d"日"` → `'3月5日'` */
export function renderDate({ pieces }: NumberFormat, parts: DateParts): string {
  const twelve = pieces.some((piece) => HALF_DAY.test(piece))
  return pieces
    .map((piece) => renderPiece(piece, parts, twelve))
    .join('')
    .trim()
}

const HALF_DAY = /^(am\/pm|a\/p|上午\/下午)$/i
const LENGTH = /^\[(h+|m+|s+)\]$/i
const PIECE =
  /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|general|g\/通用格式|am\/pm|a\/p|上午\/下午|e[+-]|y+|e+|m+|d+|h+|s+(?:\.0+)?|a{3,}|[\s\S]/gi

/** The pieces of the first section; an `m` that means minutes becomes an `n`. */
function split(code: string): string[] {
  const section = /^(?:"[^"]*"|\\.|[^;])*/.exec(code)?.[0] ?? ''
  const pieces: string[] = section.match(PIECE) ?? []
  return pieces.map((piece, i) => {
    if (!/^m{1,2}$/i.test(piece)) return piece
    const before = pieces.slice(0, i).findLast(isClock) ?? ''
    const after = pieces.slice(i + 1).find(isClock) ?? ''
    return /^\[?h/i.test(before) || /^s/i.test(after) ? piece.replace(/m/gi, 'n') : piece
  })
}

function isClock(piece: string): boolean {
  return LENGTH.test(piece) || /^[ymdhs]/i.test(piece)
}

function kindOf(pieces: readonly string[]): NumberFormat['kind'] {
  if (pieces.some((piece) => LENGTH.test(piece))) return 'length'
  if (pieces.some((piece) => /^(y+|e+|m+|d+|a{3,})$/i.test(piece))) return 'day'
  if (pieces.some((piece) => HALF_DAY.test(piece) || /^[hsn]/i.test(piece))) return 'time'
  return pieces.includes('%') ? 'percent' : 'number'
}

function renderPiece(piece: string, parts: DateParts, twelve: boolean): string {
  if (piece.startsWith('"')) return piece.slice(1, -1)
  if (piece.startsWith('\\')) return piece.slice(1)
  if (piece.startsWith('_')) return ' '
  if (piece.startsWith('*')) return ''
  if (HALF_DAY.test(piece)) return halfDay(piece, parts.hour)
  const shown = PIECES[piece.toLowerCase().replace(/\.0+$/, '')]?.(parts, twelve)
  return String(shown ?? literal(piece))
}

const two = (value: number) => String(value).padStart(2, '0')
const hours = ({ hour }: DateParts, twelve: boolean) => (twelve ? ((hour + 11) % 12) + 1 : hour)
const weekday = ({ year, month, day }: DateParts) =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay()
const MONTHS =
  'January February March April May June July August September October November December'.split(' ')
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

const PIECES: Record<string, (parts: DateParts, twelve: boolean) => string | number> = {
  yyyy: ({ year }) => year,
  yyy: ({ year }) => year,
  yy: ({ year }) => two(year % 100),
  y: ({ year }) => two(year % 100),
  e: ({ year }) => year,
  mmmm: ({ month }) => MONTHS[month - 1] ?? '',
  mmm: ({ month }) => MONTHS[month - 1]?.slice(0, 3) ?? '',
  mm: ({ month }) => two(month),
  m: ({ month }) => month,
  dddd: (parts) => DAYS[weekday(parts)] ?? '',
  ddd: (parts) => DAYS[weekday(parts)]?.slice(0, 3) ?? '',
  dd: ({ day }) => two(day),
  d: ({ day }) => day,
  aaaa: (parts) => `星期${'日一二三四五六'[weekday(parts)]}`,
  aaa: (parts) => '日一二三四五六'[weekday(parts)] ?? '',
  hh: (parts, twelve) => two(hours(parts, twelve)),
  h: hours,
  nn: ({ minute }) => two(minute),
  n: ({ minute }) => minute,
  ss: ({ second }) => two(second),
  s: ({ second }) => second,
  '[h]': ({ elapsed }) => Math.floor(elapsed / 3600),
  '[hh]': ({ elapsed }) => two(Math.floor(elapsed / 3600)),
  '[m]': ({ elapsed }) => Math.floor(elapsed / 60),
  '[mm]': ({ elapsed }) => two(Math.floor(elapsed / 60)),
  '[s]': ({ elapsed }) => elapsed,
  '[ss]': ({ elapsed }) => two(elapsed),
}

function halfDay(piece: string, hour: number): string {
  const [morning = '', afternoon = ''] = piece.split('/')
  return hour < 12 ? morning : afternoon
}

/** Colours, conditions and languages in brackets show nothing; other signs show themselves. */
function literal(piece: string): string {
  return piece.startsWith('[') || piece === '@' ? '' : piece
}

const BUILT_IN: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}
