import { type Amount, amount, both, type Certainty, exact, takeQualifier } from './amount.ts'

/** A number written with others: what they make together. */
export interface Several {
  readonly value: number
  readonly parts: readonly number[]
  readonly qualifier: Certainty
}

/** 200人（其中党员50人） → 200人 and the part that only repeats some of it. */
export function takeNote(text: string): { rest: string; part: string } | null {
  const bracket = /^([^(]+)\(([^()]+)\)$/.exec(text)
  const [, rest, part] =
    bracket ?? /^(.+?)[,;、]?((?:其中|包括|包含|内含|内有|含).+)$/.exec(text) ?? []
  if (rest === undefined || part === undefined) return null
  const isNote = bracket === null || /^(?:其中|包括|包含|内含|内有|含)/.test(part)
  return isNote || !/[\d一二三四五六七八九十百千万]/.test(part) ? { rest, part } : null
}

/** 100+200人, 男30人、女20人 → their sum. Numbers of different units are never added. */
export function readSum(text: string, units: string): Several | null {
  const pieces = text.split(/[+;、]|(?<!\d),|,(?!\d)|(?<=[^\d])[和及与](?=\d)/)
  if (pieces.length < 2) return null
  const unit = new RegExp(`(?:${units})$`, 'i')
  const own = new Set(pieces.flatMap((piece) => unit.exec(piece)?.[0] ?? []))
  const read = pieces.map((piece) => labelled(piece, units))
  if (own.size > 1 || read.includes(null)) return null
  const known = read as readonly Labelled[]
  const parts = known.map((one) => one.value)
  return {
    value: exact(parts.reduce((sum, part) => sum + part, 0)),
    parts,
    qualifier: known.map((one) => one.qualifier).reduce(both, 'EXACT'),
  }
}

interface Labelled extends Amount {
  readonly qualifier: Certainty
}

/** 党员50人, 《西江日报》2篇: what is counted, then how many. */
function labelled(piece: string, units: string): Labelled | null {
  const bare = piece.replace(/^(?!每|人均|其中|含)[^\d约近超逾(]+(?=[\d约近超逾])/, '')
  const { rest, qualifier } = takeQualifier(bare)
  const found = amount(rest, units)
  return found && { ...found, qualifier }
}

/** 30人×2小时×3次, 100*5元, with or without what it makes: the product of its factors. */
export function readProduct(
  text: string,
  factor: (piece: string) => number | null,
): { value: number; parts: readonly number[] } | null {
  const [left = '', right] = text.split('=')
  const pieces = left.split(/[×xX*]/)
  if (pieces.length < 2) return null
  const read = pieces.map(factor)
  if (read.includes(null)) return null
  const parts = read as readonly number[]
  const value = exact(parts.reduce((product, part) => product * part, 1))
  return right === undefined || factor(right) === value ? { value, parts } : null
}
