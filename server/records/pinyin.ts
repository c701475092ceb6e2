import { pinyin } from 'pinyin-pro'

/** The syllables of Chinese characters as they are read here, without tones (ü is v); none for other signs. */
export function syllablesOf(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' })
}

/**
 * The ways in which letters can be syllables: all of them whole but the last, which may have only begun.
 * Longest syllables first; at most `most` ways.
 */
export function syllablesIn(letters: string, most = 8): string[][] {
  const found: string[][] = []
  const go = (from: number, before: readonly string[]): void => {
    if (found.length >= most) return
    const rest = letters.slice(from)
    if (rest === '') return void found.push([...before])
    for (let length = Math.min(6, rest.length); length > 0; length--) {
      const part = rest.slice(0, length)
      const whole = SYLLABLES.has(part)
      const begun = length === rest.length && BEGINNINGS.has(part)
      if (whole || begun) go(from + length, [...before, part])
    }
  }
  go(0, [])
  return found
}

/** Whether letters are whole syllables to the end. */
export function areSyllables(letters: string): boolean {
  const reached = [true]
  for (let end = 1; end <= letters.length; end++) {
    reached[end] = [1, 2, 3, 4, 5, 6].some(
      (length) =>
        length <= end && reached[end - length] && SYLLABLES.has(letters.slice(end - length, end)),
    )
  }
  return reached[letters.length] === true
}

/** The syllables of Mandarin, by their first letters (GB/T 16159 spelling, v for ü). */
const SYLLABLES: ReadonlySet<string> = new Set(
  Object.entries({
    '': 'a ai an ang ao e ei en eng er o ou',
    b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
    p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
    m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
    f: 'a an ang ei en eng o ou u',
    d: 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo',
    t: 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo',
    n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo v ve',
    l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve',
    g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
    k: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
    h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
    j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
    q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
    x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
    zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo',
    ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
    sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
    r: 'an ang ao e en eng i ong ou u ua uan ui un uo',
    z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
    c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
    s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
    y: 'a an ang ao e i in ing o ong ou u uan ue un',
    w: 'a ai an ang ei en eng o u',
  }).flatMap(([first, rests]) => rests.split(' ').map((rest) => first + rest)),
)

const BEGINNINGS: ReadonlySet<string> = new Set(
  [...SYLLABLES].flatMap((one) => [...one].map((_, i) => one.slice(0, i + 1))),
)
