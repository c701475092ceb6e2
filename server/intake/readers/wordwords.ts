import { openControls } from './wordcontrols.ts'
import { shownIn, signOf } from './wordsigns.ts'
import { byName, valueIn, type XmlAttributes, type XmlListener } from './xml.ts'

export interface WordListener extends Required<XmlListener> {
  /** The paragraph that is open says nothing of the form. */
  forget(): void
}

/** Gathers the words of paragraphs; each is told as it ends. */
export function openWords(tell: (paragraph: string) => void): WordListener {
  const paragraphs: { text: string; forgotten?: true }[] = [] // a text box has some inside another
  let font = ''
  let inText = false
  const append = (words: string) => {
    const paragraph = paragraphs.at(-1)
    if (paragraph) paragraph.text += words
  }
  const controls = openControls(append)
  const begins = byName<[XmlAttributes]>({
    p() {
      paragraphs.push({ text: '' })
    },
    r() {
      font = ''
    },
    rFonts(attributes) {
      font = valueIn(attributes, 'ascii') ?? valueIn(attributes, 'hAnsi') ?? ''
    },
    t() {
      inText = true
    },
    tab: () => controls.say('\t'),
    ptab: () => controls.say('\t'),
    cr: () => controls.say('\n'),
    br(attributes) {
      if (!/^(page|column)$/.test(valueIn(attributes, 'type') ?? '')) controls.say('\n')
    },
    noBreakHyphen: () => controls.say('-'),
    sym(attributes) {
      const code = Number.parseInt(valueIn(attributes, 'char') ?? '', 16)
      if (code > 0) controls.say(signOf(valueIn(attributes, 'font') ?? '', code))
    },
  })
  return {
    forget() {
      const paragraph = paragraphs.at(-1)
      if (paragraph) paragraph.forgotten = true
    },
    open(element, attributes) {
      controls.open(element, attributes)
      begins.get(element)?.(attributes)
    },
    text(piece) {
      if (inText) controls.say(shownIn(font, piece))
    },
    close(element) {
      controls.close(element)
      if (element === 't') inText = false
      const paragraph = element === 'p' ? paragraphs.pop() : undefined
      if (paragraph && !paragraph.forgotten) tell(paragraph.text)
    },
  }
}
