import type { Lang } from '../../schema/terms/term.ts'
import en from '../words/en.json' with { type: 'json' }
import zh from '../words/zh.json' with { type: 'json' }

export type Key = keyof typeof zh
export type Values = Readonly<Record<string, string | number>>

const WORDS: Readonly<Record<Lang, Readonly<Record<Key, string>>>> = { zh, en }

/**
 * A sentence of the window in a language: `{name}` is filled in, `{n|station|stations}` chooses the
 * word that goes with the number.
 */
export function say(lang: Lang, key: Key, values: Values = {}): string {
  return WORDS[lang][key].replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (_, name, one, many) => {
    const value = values[name] ?? ''
    if (one === undefined) return String(value)
    return String(value) === '1' ? one : many
  })
}
