/** A text as it is compared: no case, no width, no signs; words apart by one space. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Without 市, 区, 县 and their like, as people leave them out: 肇庆市图书馆 is 肇庆图书馆. Folded text. */
export function shorten(folded: string): string {
  return folded.replaceAll(/(?<=\p{Script=Han}{2})[省市县区镇乡]/gu, '')
}

export const charactersOf = (text: string): string[] => [...text]

/** Every two neighbours in each word, and the last character of it alone: what the index of words is made of. */
export function gramsOf(folded: string): string[] {
  return folded.split(' ').flatMap((word) => {
    const characters = charactersOf(word)
    return characters.map((one, i) => one + (characters[i + 1] ?? ''))
  })
}
