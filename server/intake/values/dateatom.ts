/** A date as far as one piece of a text gives it. */
export interface Atom {
  readonly year?: number
  /** 19.3.5: the century was left out. */
  readonly shortYear?: true
  readonly month?: number
  readonly day?: number
  /** 上旬, 中旬, 月底, or a whole month or year, without a day. */
  readonly rough?: '上旬' | '中旬' | '下旬' | '月底' | '月' | '年'
  /** 03/05/2019: no Chinese order, either number may be the month. */
  readonly yearLast?: true
  /** 3/5 and 5-8: the sign between leaves another reading. */
  readonly sign?: '/' | '-'
  /** 3月5、6日: the 日 of the next one is its own too. */
  readonly unended?: true
}

type Groups = Readonly<Record<string, string>>
type Rule = readonly [RegExp, (groups: Groups) => Atom | null]

const number = (text = '') => Number(text)
const Y = '(?<y>\\d{4})'
const YY = "'?(?<yy>\\d{2})"
const D = '(?<d>\\d{1,2})(?!\\d)'
const ROUGH = '(?<rough>上旬|中旬|下旬|初|中(?!午)|底|末)?'
const END = '(?<end>日)?'
const NO_TIME = '(?![:点时])'

const RULES: readonly Rule[] = [
  [rule(`${Y}(?<s>[-/.])(?<m>\\d{1,2})\\k<s>${D}(?!月)${NO_TIME}日?`), full],
  [rule(`(?:${Y}|${YY})年(?<m>\\d{1,2})(?:月份?|[./])${D}(?!月)${NO_TIME}${END}`), full],
  [
    rule(`(?<m>\\d{1,2})(?<s>[-/.])${D}\\k<s>${Y}(?!\\d)`),
    (at) => ({ ...full(at), yearLast: true }),
  ],
  [rule(`${YY}(?<s>[-/.])(?<m>\\d{1,2})\\k<s>${D}(?![月点时:])日?(?<chain>-\\d)?`), shortened],
  [rule(`(?:${Y}|${YY})年(?<m>\\d{1,2})(?:月份?${ROUGH}|(?![\\d日点时:]))`), wholeMonth],
  [rule(`${Y}(?<s>[-/.])(?<m>\\d{1,2})(?!\\d|\\k<s>\\d|日|点|时|:)(?:月份?${ROUGH})?`), wholeMonth],
  [rule(`${Y}年度?(?:全年)?(?!\\d)`), ({ y }) => ({ year: number(y), rough: '年' })],
  [rule(`(?<m>\\d{1,2})月份?${D}(?!月)${NO_TIME}${END}`), monthDay],
  [rule(`(?<m>\\d{1,2})月份?${ROUGH}`), wholeMonth],
  [rule(`(?<!\\.)(?<m>\\d{1,2})\\.${D}(?!月)${NO_TIME}${END}`), monthDay],
  [rule(`(?<!/)(?<m>\\d{1,2})(?<s>[-/])${D}(?![日月/])${NO_TIME}`), signed],
  [rule('(?<d>\\d{1,2})日'), ({ d }) => ({ day: number(d) })],
  [rule('[本当]?月的?(?<rough>上旬|中旬|下旬|初|中(?!午)|底|末)|(?<rough2>[上中下]旬)'), bareRough],
]

function rule(source: string): RegExp {
  return new RegExp(`(?<!\\d)${source}`, 'y')
}

/** The date that stands at a place of a text, and how long its writing is. */
export function dateAt(text: string, at: number): { atom: Atom; length: number } | null {
  for (const [pattern, make] of RULES) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    const atom = found === null ? null : make(found.groups ?? {})
    if (found !== null && atom !== null) {
      return { atom, length: found[0].length - (found.groups?.chain?.length ?? 0) }
    }
  }
  return null
}

function full({ y, yy, m, d, s, end }: Groups): Atom {
  const year =
    yy === undefined ? { year: number(y) } : { year: 2000 + number(yy), shortYear: true as const }
  const unended = end === undefined && s === undefined ? { unended: true as const } : {}
  return { ...year, month: number(m), day: number(d), ...unended }
}

/** 19.3.5; but 12-5-12-8 is from one day to another. */
function shortened(at: Groups): Atom | null {
  return at.chain !== undefined && number(at.yy) <= 12 ? null : { ...full(at), unended: undefined }
}

function monthDay({ m, d, end }: Groups): Atom {
  return { month: number(m), day: number(d), ...(end === undefined && { unended: true }) }
}

function signed({ m, d, s }: Groups): Atom {
  return { month: number(m), day: number(d), sign: s as '/' | '-' }
}

function wholeMonth({ y, yy, m, rough }: Groups): Atom {
  const year =
    y !== undefined
      ? { year: number(y) }
      : yy !== undefined
        ? { year: 2000 + number(yy), shortYear: true as const }
        : {}
  return { ...year, month: number(m), rough: rough === undefined ? '月' : ROUGHLY[rough] }
}

function bareRough({ rough, rough2 }: Groups): Atom {
  return { rough: ROUGHLY[rough ?? rough2 ?? ''] }
}

const ROUGHLY: Readonly<Record<string, Atom['rough']>> = {
  上旬: '上旬',
  中旬: '中旬',
  下旬: '下旬',
  初: '上旬',
  中: '中旬',
  底: '月底',
  末: '月底',
}
