import type { Term } from '../../schema/terms/term.ts'
import { plain } from './values/plain.ts'

/** `填表时间：2017年6月12日　单位盖章：` — labels, and what was written behind each, in one text. */
export function inline(text: string, terms: readonly Term[]): { term: Term; value: string }[] {
  const whole = plain(text)
  const found = terms
    .flatMap((term) => hitOf(whole, term))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const hits: Hit[] = []
  for (const hit of found) if (hit.start >= (hits.at(-1)?.end ?? 0)) hits.push(hit)
  return hits.map(({ term, end }, i) => ({
    term,
    value: whole.slice(end, hits[i + 1]?.start ?? whole.length).trim(),
  }))
}

interface Hit {
  readonly term: Term
  readonly start: number
  readonly end: number
}

function hitOf(text: string, term: Term): Hit[] {
  const spellings = [term.zh, ...(term.aliases ?? [])].sort((a, b) => b.length - a.length)
  for (const word of spellings) {
    const found = new RegExp(`(?:^|[\\s;,。)])(${loose(plain(word))}) ?:`).exec(text)
    if (found === null) continue
    const start = found.index + found[0].indexOf(found[1] as string)
    return [{ term, start, end: found.index + found[0].length }]
  }
  return []
}

/** A label as it may be typed: spaces between its signs (填 表 时 间). */
const loose = (word: string) =>
  [...word].map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/, '\\$&')).join(' ?')
