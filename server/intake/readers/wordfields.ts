import { refuse } from './refuse.ts'
import { valueIn, type XmlAttributes, type XmlListener } from './xml.ts'

/** Listens to the fields of a document: refuses those that call other programs, keeps web addresses. */
export function openFields(): Required<XmlListener> & { readonly links: ReadonlySet<string> } {
  const links = new Set<string>()
  const codes: string[] = [] // of the fields that are open, from the outermost in
  let inCode = false
  const judge = (code: string) => {
    if (/^\s*DDE(AUTO)?\b/i.test(code)) throw refuse('R_FORMAT', 'dde')
    const address = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"/i.exec(code)?.[1]
    if (address && !/^\s*HYPERLINK\s+\\l/i.test(code)) links.add(address)
  }
  return {
    links,
    open(element: string, attributes: XmlAttributes) {
      if (element === 'altChunk') throw refuse('R_FORMAT', 'embedded')
      if (element === 'fldSimple') judge(valueIn(attributes, 'instr') ?? '')
      inCode = element === 'instrText' || element === 'delInstrText'
      if (element !== 'fldChar') return
      const type = valueIn(attributes, 'fldCharType')
      if (type === 'begin') codes.push('')
      else judge(codes.at(-1) ?? '')
      if (type === 'end') codes.pop()
    },
    text(piece) {
      if (inCode && codes.length > 0) codes.push((codes.pop() ?? '') + piece)
    },
    close(element) {
      if (element === 'instrText' || element === 'delInstrText') inCode = false
    },
  }
}
