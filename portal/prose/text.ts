import type { Lang } from '../../schema/terms/term.ts'

/** A page of plain text. A link that begins with `/~` stays in the language of the page. */
export interface Text {
  readonly title: string
  readonly lead: string
  readonly sections: readonly Section[]
}

export interface Section {
  readonly id: string
  readonly title: string
  readonly paragraphs?: readonly string[]
  readonly items?: readonly string[]
  readonly links?: readonly { readonly to: string; readonly text: string }[]
}

export type Bilingual = Readonly<Record<Lang, Text>>
