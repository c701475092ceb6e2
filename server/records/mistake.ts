import { charactersOf } from './fold.ts'
import { inText, isLetters, soundsOf, type Way } from './pieces.ts'
import { areSyllables, syllablesIn, syllablesOf } from './pinyin.ts'

const SHORTEST_CHINESE = 3
const SHORTEST_LETTERS = 5
const LONGEST = 16
const MOST_SPELLINGS = 60

/**
 * The ways of a piece with one mistake in it: a wrong character, one too many, one left out, two changed round,
 * others that sound the same, or letters that are one stroke away from syllables.
 */
export function mistakesIn(said: string): Way[] {
  const characters = charactersOf(said)
  const shortest = /\p{Script=Han}/u.test(said) ? SHORTEST_CHINESE : SHORTEST_LETTERS
  return [
    ...(characters.length < shortest || characters.length > LONGEST ? [] : nearly(characters)),
    ...(isLetters(said) ? respelt(said) : alikeInSound(said)),
  ]
}

function nearly(characters: readonly string[]): Way[] {
  const part = (from: number, to?: number) => characters.slice(from, to).join('')
  return characters.flatMap((one, i) => {
    const [left, right] = [part(0, i), part(i + 1)]
    const swapped = `${left}${characters[i + 1] ?? ''}${one}${part(i + 2)}`
    return [
      inText(`${left}_${right}`, left, right),
      inText(`${left}${right}`, `${left}${right}`),
      ...(i === 0 ? [] : [inText(`${left}_${one}${right}`, left, `${one}${right}`)]),
      ...(characters[i + 1] === undefined ? [] : [inText(swapped, swapped)]),
    ]
  })
}

/** 图书管 for 图书馆: what is chosen wrongly from a list of characters sounds right. */
function alikeInSound(said: string): Way[] {
  const syllables = syllablesOf(said)
  const isChinese = syllables.length === charactersOf(said).length
  return isChinese && syllables.length > 1 ? soundsOf([syllables]) : []
}

function respelt(letters: string): Way[] {
  if (letters.length < SHORTEST_LETTERS) return []
  const at = (i: number) => [letters.slice(0, i), letters[i] ?? '', letters.slice(i + 1)] as const
  const places = Array.from({ length: letters.length + 1 }, (_, i) => at(i))
  const tries = [
    ...places.map(([left, one, right]) => left + (right[0] ?? '') + one + right.slice(1)),
    ...places.map(([left, , right]) => left + right),
    ...places.flatMap(([left, , right]) => LETTERS.map((letter) => left + letter + right)),
    ...places.flatMap(([left, one, right]) => LETTERS.map((letter) => left + letter + one + right)),
  ]
  const spellings = [...new Set(tries)].filter((one) => one !== letters && areSyllables(one))
  return soundsOf(spellings.slice(0, MOST_SPELLINGS).flatMap((one) => syllablesIn(one, 2)))
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
