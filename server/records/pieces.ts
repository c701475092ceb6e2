import { everyday } from '../../schema/terms/everyday.ts'
import { services } from '../../schema/terms/service.ts'
import { amenities, venueTypes } from '../../schema/terms/station.ts'
import type { TermRecord } from '../../schema/terms/term.ts'
import type { Wanted } from '../store/words.ts'
import { charactersOf, fold, gramsOf, shorten } from './fold.ts'
import { syllablesIn } from './pinyin.ts'
import { codeWord, heardWord } from './searched.ts'

/** One way in which a record fits: a pattern in a column of what is looked for, and its words in the index. */
export interface Way extends Wanted {
  readonly column: 'text' | 'codes' | 'short' | 'initials' | 'pinyin'
  readonly pattern: string
}

/** A part of what somebody typed; every one of them must fit, in any of its ways. */
export interface Piece {
  readonly said: string
  readonly ways: readonly Way[]
}

const MOST_PIECES = 8
const LONGEST = 40

/** What somebody typed, in its parts; signs and spaces part them. Everyday words of several parts stay whole. */
export function piecesOf(text: string): Piece[] {
  const folded = fold(text)
  const whole = everyday.some(({ said }) => said.some((one) => fold(one) === folded))
  const parts = whole ? [folded] : folded.split(' ')
  const said = parts.map((part) => charactersOf(part).slice(0, LONGEST).join(''))
  return [...new Set(said)]
    .filter(Boolean)
    .slice(0, MOST_PIECES)
    .map((part) => ({ said: part, ways: waysOf(part) }))
}

/** The ways that are right as they were typed. */
function waysOf(said: string): Way[] {
  const short = shorten(said)
  return [
    inText(said, said),
    ...(charactersOf(short).length > 1
      ? [{ ...inText(short, short), column: 'short' as const }]
      : []),
    ...wordsFor(said).map((word) => inText(fold(word), fold(word))),
    ...codesFor(said),
    ...(isLetters(said) ? [...initialsOf(said), ...soundsOf(syllablesIn(said))] : []),
  ]
}

export const isLetters = (said: string) => /^[a-z]{2,}$/.test(said)

/** A pattern that holds `%` and `_` only where it means them; the words are those of its fixed parts. */
export function inText(pattern: string, ...parts: readonly string[]): Way {
  return { column: 'text', pattern: `%${pattern}%`, ...wantedOf(parts) }
}

/** Neighbours are words of the index; a character alone only begins one. */
function wantedOf(parts: readonly string[]): Wanted {
  const words = parts.flatMap((part) => gramsOf(part).slice(0, -1))
  const beginnings = parts.filter((part) => charactersOf(part).length === 1)
  return { words: [...new Set(words)], beginnings: [...new Set(beginnings)] }
}

function initialsOf(said: string): Way[] {
  const words = gramsOf(said).slice(0, -1).map(heardWord)
  return [{ column: 'initials', pattern: `%${said}%`, words: [...new Set(words)], beginnings: [] }]
}

/** Names that sound so, from one syllable to the next. */
export function soundsOf(heard: readonly (readonly string[])[]): Way[] {
  return heard.map((syllables) => {
    const first = syllables.map((one) => one[0]).join('')
    const words = gramsOf(first).slice(0, -1).map(heardWord)
    return {
      column: 'pinyin',
      pattern: `%${syllables.map((one) => `'${one}`).join('')}%`,
      words: [...new Set(words)],
      beginnings: syllables.length === 1 ? [heardWord(first)] : [],
    }
  })
}

const LISTS = { amenities, services, venueType: venueTypes } as const

/** The codes that a word stands for: everyday words, and the words of the lists or a part of them. */
function codesFor(said: string): Way[] {
  const found = new Set<string>()
  for (const one of everyday) {
    if (!one.said.some((word) => fold(word) === said)) continue
    for (const list of ['amenities', 'services', 'venueType'] as const) {
      for (const code of one[list] ?? []) found.add(codeWord(list, code))
    }
    if (one.accessible) found.add(codeWord('accessible', 1))
  }
  if (charactersOf(said).length > 1) {
    for (const [list, terms] of Object.entries(LISTS)) {
      for (const code of codesNamed(said, terms)) found.add(codeWord(list, code))
    }
  }
  return [...found].map((word) => ({
    column: 'codes',
    pattern: `%${word}§%`,
    words: [word],
    beginnings: [],
  }))
}

function codesNamed(said: string, terms: TermRecord): string[] {
  const names = ({ zh, en, aliases = [] }: TermRecord[string]) => [zh, en, ...aliases].map(fold)
  const chinese = /\p{Script=Han}/u.test(said)
  const fits = (name: string) => (chinese ? name.includes(said) : name.split(' ').includes(said))
  return Object.keys(terms).filter((code) => code !== 'OTHER' && names(terms[code]!).some(fits))
}

/** Other words for the same thing. */
function wordsFor(said: string): string[] {
  return everyday
    .filter((one) => one.alike && one.said.some((word) => fold(word) === said))
    .flatMap((one) => one.said.filter((word) => fold(word) !== said))
}
