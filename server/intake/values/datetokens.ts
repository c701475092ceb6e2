import { type Clock, clockAt, PARTS } from './clock.ts'
import { type Atom, dateAt } from './dateatom.ts'

/** How two pieces are joined: from–to, and, or, or merely written side by side. */
export type Join = 'range' | 'list' | 'or'

/** A piece of a text about time. */
export type Token =
  | { readonly is: 'date'; readonly atom: Atom }
  | { readonly is: 'clock'; readonly clock: Clock }
  | { readonly is: 'part'; readonly word: string }
  | { readonly is: 'weekdays'; readonly days: readonly number[]; readonly raw: string }
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'join'; readonly by: Join }
  | { readonly is: 'since' | 'until' | 'now' | 'today' | 'open' | 'about' }
  | { readonly is: 'noise'; readonly text: string }

/** Whether pieces are left that may change what the others mean: 3.5小时, 3月5日改到8日. */
export function isDoubtful(tokens: readonly Token[]): boolean {
  return tokens.some((token, i) => {
    if (token.is !== 'noise') return false
    const before = tokens[i - 1]
    const isUnit =
      before?.is === 'date' && (before.atom.unended || before.atom.sign) && UNIT.test(token.text)
    return isUnit || DOUBT.test(token.text) || /^[年月日周时点天次半两个人元]+$/.test(token.text)
  })
}

const UNIT = /^(?:[个人次名元万千百天岁页分楼室路%倍米度项家批户件场期例位h]|小时|公里)/
const DOUBT =
  /[\d?零一二三四五六七八九十]|除|不|停|改|延|推迟|待|另|未|隔|取消|后|闰|次日|本周|上周|下周|昨|明|去年|每/

/** Cuts a text into pieces; what says nothing about time is left as noise. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    const { token, length } = tokenAt(text, at, tokens.at(-1))
    at += length
    if (token !== null) add(tokens, token)
  }
  return numbersResolved(tokens)
}

function add(tokens: Token[], token: Token): void {
  const last = tokens.at(-1)
  if (token.is === 'noise' && last?.is === 'noise') {
    tokens[tokens.length - 1] = { is: 'noise', text: last.text + token.text }
  } else if (token.is === 'join' && last?.is === 'join') {
    // 、and a line break, or 3月5日 - 至: the weaker sign says nothing more.
    tokens[tokens.length - 1] = last.by === 'list' ? token : last
  } else tokens.push(token)
}

type Taken = { readonly token: Token | null; readonly length: number }

function tokenAt(text: string, at: number, last: Token | undefined): Taken {
  const clock = clockAt(text, at)
  if (clock !== null) {
    const token = clock.clock && ({ is: 'clock', clock: clock.clock } as const)
    return { token, length: clock.length }
  }
  // 上午9-11 is no day of September.
  const date = last?.is === 'part' ? null : dateAt(text, at)
  if (date !== null) return { token: { is: 'date', atom: date.atom }, length: date.length }
  for (const [pattern, make] of WORDS) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found !== null) return { token: make(found[0]), length: found[0].length }
  }
  const sign = text[at] as string
  return { token: { is: 'noise', text: sign }, length: sign.length }
}

const DAY_NAMES = '一二三四五六日天'
const WORDS: readonly (readonly [RegExp, (raw: string) => Token | null])[] = [
  [
    new RegExp(`周[${DAY_NAMES}](?:[、,和及至到~-]*周?[${DAY_NAMES}](?![月日年点时]))*`, 'y'),
    (raw) => ({ is: 'weekdays', days: weekdaysIn(raw), raw }),
  ],
  [new RegExp(PARTS, 'y'), (word) => ({ is: 'part', word })],
  [/即日起|从即日|即日/y, () => ({ is: 'now' })],
  [/(?:截至|截止到?|不晚于|(?<=^)[至到])/y, () => ({ is: 'until' })],
  [/[至到]今|目前/y, () => ({ is: 'today' })],
  [
    /长期(?:坚持|开展|有效)?|常态化?(?:开展)?|常年|全年|不定期(?:开展)?|随时/y,
    () => ({ is: 'open' }),
  ],
  [/前后|左右|上下|(?:大?约|大概)/y, () => ({ is: 'about' })],
  [/(?:[之以]?前|止)(?:完成)?/y, () => ({ is: 'until' })],
  [/起/y, () => ({ is: 'since' })],
  [/或者?/y, () => ({ is: 'join', by: 'or' })],
  [/[-~至到]+/y, () => ({ is: 'join', by: 'range' })],
  [/[、,;，；/和及与+&]|以及/y, () => ({ is: 'join', by: 'list' })],
  [
    /(?:活动)?(?:日期|时间):?|定于|今年|本年度?|当年|每年|开始|举行|开展|进行|集合|结束|期间|[的内里于在自从为份:。.()[\]t ]/y,
    () => null,
  ],
  [/\d{1,2}(?!\d)/y, (raw) => ({ is: 'number', number: Number(raw) })],
  [/\d+/y, (raw) => ({ is: 'noise', text: raw })],
]

/** 周一至周五 are five days, 周六、日 are two. */
export function weekdaysIn(raw: string): number[] {
  const [first, last, more] = raw.matchAll(/[一二三四五六日天]/g)
  const number = (sign: string) => DAY_NAMES.replace('天', '').indexOf(sign.replace('天', '日')) + 1
  if (/[至到~-]/.test(raw) && first !== undefined && last !== undefined && more === undefined) {
    const [from, to] = [number(first[0]), number(last[0])]
    return from < to ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : []
  }
  return [...raw.matchAll(/[一二三四五六日天]/g)].map(([sign]) => number(sign))
}

/** A number alone takes its meaning from what it is joined to: 3月5、6日, 3-5月, 上午9-11点. */
function numbersResolved(tokens: Token[]): Token[] {
  const resolved = [...tokens]
  for (let i = 0; i < resolved.length; i++) {
    const token = resolved[i]
    if (token?.is === 'number') resolved[i] = meaning(resolved, i, token.number)
  }
  return resolved
}

function meaning(tokens: readonly Token[], i: number, number: number): Token {
  const before = tokens[i - 1]
  const joined = before?.is === 'join' ? tokens[i - 2] : undefined
  const ranged = tokens[i + 1]
  const rangedTo = ranged?.is === 'join' && ranged.by === 'range' ? tokens[i + 2] : undefined
  const isHour = number <= 24 && (before?.is === 'part' || rangedTo?.is === 'clock')
  if (isHour || (joined?.is === 'clock' && before?.is === 'join' && before.by === 'range')) {
    const part = before?.is === 'part' ? { part: before.word } : {}
    const halfOpen = number >= 1 && number <= 5
    return {
      is: 'clock',
      clock: { hour: number, minute: 0, raw: String(number), halfOpen, ...part },
    }
  }
  const next = nextDate(tokens, i + 1)
  if (next?.rough === '月' && next.month !== undefined && next.year === undefined) {
    return { is: 'date', atom: { month: number, rough: '月' } }
  }
  const isDay = joined?.is === 'date' && joined.atom.day !== undefined
  if (isDay || (next?.day !== undefined && next.month === undefined)) {
    return { is: 'date', atom: { day: number, unended: true } }
  }
  return { is: 'noise', text: String(number) }
}

/** The date that further numbers and joins lead to. */
function nextDate(tokens: readonly Token[], from: number): Atom | null {
  if (tokens[from]?.is !== 'join') return null
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i] as Token
    if (token.is === 'date') return token.atom
    if (token.is !== 'join' && token.is !== 'number') return null
  }
  return null
}
