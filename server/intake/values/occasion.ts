import type { Clock } from './clock.ts'
import type { Atom } from './dateatom.ts'
import type { Join, Token } from './datetokens.ts'

/** One stretch of time as it was written: a day or a first and a last day, and the hours of it. */
export interface Occasion {
  first?: Atom
  last?: Atom
  clocks: { from: Clock; to?: Clock }[]
  /** 3月5日9:00-3月6日17:00 runs through the night; 3月5-6日9:00-17:00 does not. */
  through?: true
  part?: string
  weekdays: Weekdays[]
}

export interface Weekdays {
  readonly days: readonly number[]
  readonly raw: string
  /** How many dates of the cell stand before it. */
  readonly after: number
}

/** What a text says, piece by piece; null where the pieces do not make sense together. */
export interface Said {
  readonly occasions: readonly Occasion[]
  readonly alternatives: boolean
  readonly marks: ReadonlySet<Token['is']>
  readonly noise: readonly string[]
}

export function said(tokens: readonly Token[]): Said | null {
  const occasions: Occasion[] = []
  const marks = new Set<Token['is']>()
  const noise: string[] = []
  let join: Join | null = null
  let alternatives = false
  let after = 0
  for (const token of tokens) {
    const current = occasions.at(-1)
    marks.add(token.is)
    if (token.is === 'join') {
      if (current === undefined && token.by === 'range' && !marks.has('now')) return null
      if (token.by === 'or') alternatives = true
      join = token.by
      continue
    }
    if (token.is === 'noise') {
      noise.push(token.text)
      continue
    }
    if (token.is === 'date') {
      if (!addDate(occasions, current, token.atom, join)) return null
      after++
    } else if (token.is === 'clock') {
      if (!addClock(occasions, current, token.clock, join)) return null
    } else if (token.is === 'part') {
      const at = current ?? begin(occasions)
      at.part = at.part === undefined ? token.word : `${at.part}、${token.word}`
    } else if (token.is === 'weekdays') {
      ;(current ?? begin(occasions)).weekdays.push({ ...token, after })
    }
    join = null
  }
  if (join === 'range') return null // 3月5日- was never finished
  shareHours(occasions)
  return { occasions, alternatives, marks, noise }
}

function begin(occasions: Occasion[], first?: Atom): Occasion {
  const occasion: Occasion = { clocks: [], weekdays: [], ...(first && { first }) }
  occasions.push(occasion)
  return occasion
}

function addDate(
  occasions: Occasion[],
  current: Occasion | undefined,
  atom: Atom,
  join: Join | null,
): boolean {
  if (current === undefined) begin(occasions, atom)
  else if (current.first === undefined) {
    if (join === 'range') return false
    current.first = atom
  }
  // 3月(5日、6日): the month stands before its days.
  else if (join === null && current.first.rough === '月' && atom.month === undefined) {
    current.first = { ...atom, year: current.first.year, month: current.first.month }
  } else if (join === 'range') {
    if (current.last !== undefined) return false
    current.last = atom
    if (current.clocks.length > 0) current.through = true
  } else {
    if (join === null && (current.first.rough ?? atom.rough) !== undefined) return false
    begin(occasions, atom)
  }
  return true
}

function addClock(
  occasions: Occasion[],
  current: Occasion | undefined,
  clock: Clock,
  join: Join | null,
): boolean {
  const at = current ?? begin(occasions)
  const open = at.clocks.at(-1)
  if (join === 'range' && open === undefined) return false
  if (at.through) {
    if (open === undefined || open.to !== undefined) return false
    open.to = clock
  } else if (join === 'range' && open !== undefined) {
    if (open.to !== undefined) return false
    open.to = clock
  } else if (open !== undefined && (open.to === undefined || join !== 'list')) {
    return false
  } else at.clocks.push({ from: clock })
  return true
}

/** 3月5、6、8日上午9点: the hours that stand behind the last day are those of all that share its 日. */
function shareHours(occasions: Occasion[]): void {
  for (let i = occasions.length - 2; i >= 0; i--) {
    const [one, next] = [occasions[i] as Occasion, occasions[i + 1] as Occasion]
    if (one.first?.unended && one.last === undefined && one.clocks.length === 0) {
      one.clocks = next.clocks
      if (next.part !== undefined && one.part === undefined) one.part = next.part
    }
  }
}
