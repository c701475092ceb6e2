import { unescapeCell } from '../../office/markup.ts'
import type { Archive } from '../../office/unzip.ts'
import { LIMITS, tooLarge } from './limits.ts'
import { readXml } from './xml.ts'

/** The texts that cells share, by number. */
export async function readStrings(zip: Archive, part: string | undefined): Promise<string[]> {
  const strings: string[] = []
  if (!part || !zip.has(part)) return strings
  const text = collectText()
  await readXml(zip.chunks(part), {
    open(element) {
      if (element === 'si') text.start()
      else text.open(element)
    },
    text: text.add,
    close(element) {
      text.close(element)
      if (element === 'si') strings.push(text.take())
      if (strings.length > LIMITS.cells) throw tooLarge('cells', strings.length)
    },
  })
  return strings
}

/** Gathers the runs of one text; the reading above it (`<rPh>`) is left out. */
export interface TextCollector {
  start(): void
  open(element: string): void
  add(piece: string): void
  close(element: string): void
  take(): string
}

export function collectText(): TextCollector {
  let text = ''
  let inText = false
  let inReading = false
  return {
    start() {
      text = ''
      inText = false
      inReading = false
    },
    open(element) {
      if (element === 'rPh') inReading = true
      if (element === 't') inText = !inReading
    },
    add(piece) {
      if (inText) text += piece
    },
    close(element) {
      if (element === 't') inText = false
      if (element === 'rPh') inReading = false
    },
    take() {
      const whole = unescapeCell(text).replace(/\r\n?/g, '\n')
      if (whole.length > LIMITS.text) throw tooLarge('text', whole.length)
      return whole
    },
  }
}
