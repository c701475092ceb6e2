/** The two languages of the hub, as its URLs and its graph write them. */
export const LANGS = ['zh', 'en'] as const
export type Lang = (typeof LANGS)[number]

/** A text in both languages. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** One word of the hub: both languages, and the clause that it comes from or the note that explains it. */
export interface Term extends Bilingual {
  readonly clause?: string
  readonly note?: string
  /** Other spellings under which the word is understood when a form is read. */
  readonly aliases?: readonly string[]
}

export type TermRecord = Readonly<Record<string, Term>>

/** Keeps the codes of a list as literal types, so that a misspelt code does not compile. */
export function terms<const T extends TermRecord>(list: T): T {
  return list
}

/** The label of a code in a language; an unknown code is shown as it is. */
export function label(list: TermRecord, code: string, lang: Lang): string {
  return list[code]?.[lang] ?? code
}

/** The code whose label, alias or own spelling is `text`, else undefined. */
export function codeOf(list: TermRecord, text: string): string | undefined {
  const wanted = plain(text)
  return Object.keys(list).find((code) => {
    const term = list[code] as Term
    return [code, term.zh, term.en, ...(term.aliases ?? [])].some((word) => plain(word) === wanted)
  })
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
