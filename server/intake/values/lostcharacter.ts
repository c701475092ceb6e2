import { type Remark, remark } from '../findings.ts'

const LOST = '?？\uFFFD□〓▯'
const IS_LOST = new RegExp(`[${LOST}]`)

/**
 * A name in which a rare character was lost on the way (塘?镇): the known names that fit. Null where nothing is
 * lost or nothing fits; nothing is ever replaced.
 */
export function lostCharacter(text: string, known: readonly string[]): Remark | null {
  if (!IS_LOST.test(text)) return null
  const names = [...new Set(known)].filter((name) => !IS_LOST.test(name))
  const whole = names.filter((name) => pattern(text).test(name))
  const meant = whole.length > 0 ? whole : names.flatMap((name) => within(text, name))
  const value = [...new Set(meant)].join('、')
  return value === '' ? null : remark('W_CHAR_LOST', { raw: text, value })
}

/** Each run of lost signs stands for as many characters or fewer; 塘�0�3镇 has digits in it. */
function pattern(text: string): RegExp {
  const runs = new RegExp(`[${LOST}]+(?:\\d[${LOST}]+\\d)?`, 'g')
  const source: string[] = []
  let at = 0
  for (const run of text.matchAll(runs)) {
    source.push(literal(text.slice(at, run.index)), `.{1,${run[0].length}}`)
    at = run.index + run[0].length
  }
  source.push(literal(text.slice(at)))
  const letters = source.join('').replaceAll(/\.\{1,\d+\}/g, '')
  return letters === '' ? /$^/ : new RegExp(`^${source.join('')}$`, 'u')
}

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** 塘?镇文明办, where 塘㙍镇 is known: the text with the name in it. At least two characters have to fit. */
function within(text: string, name: string): string[] {
  const [signs, letters] = [[...text], [...name]]
  const texts: string[] = []
  for (let from = 0; from + letters.length <= signs.length; from++) {
    const part = signs.slice(from, from + letters.length)
    const equal = part.filter((sign, i) => sign === letters[i]).length
    const lost = part.filter((sign) => IS_LOST.test(sign)).length
    if (lost > 0 && equal >= 2 && equal + lost === letters.length) {
      texts.push([...signs.slice(0, from), name, ...signs.slice(from + letters.length)].join(''))
    }
  }
  return texts
}
