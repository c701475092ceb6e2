import type { XmlListener } from './xml.ts'

/**
 * Passes on what a person sees once all changes are accepted: no deleted text, no settings of former
 * times, no readings above characters, and of several forms of the same drawing only the first.
 */
export function onlyShown(listener: Required<XmlListener>): Required<XmlListener> {
  const taken: boolean[] = [] // for each set of alternatives around: whether one was passed on
  let silent = 0 // so many elements deep in what is left out
  return {
    open(element, attributes) {
      const isSecond = /^(Choice|Fallback)$/.test(element) && taken.at(-1)
      if (silent > 0 || isSecond || LEFT_OUT.test(element)) {
        silent++
        return
      }
      if (element === 'AlternateContent') taken.push(false)
      if (element === 'Choice') taken[taken.length - 1] = true
      listener.open(element, attributes)
    },
    text(piece) {
      if (silent === 0) listener.text(piece)
    },
    close(element) {
      if (silent > 0) {
        silent--
        return
      }
      if (element === 'AlternateContent') taken.pop()
      listener.close(element)
    },
  }
}

const LEFT_OUT = /^(del|moveFrom|pPr|rt|sectPr|tblGrid|\w+Change)$/
