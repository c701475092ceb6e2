import { SaxesParser } from 'saxes'
import { LIMITS, tooLarge } from './limits.ts'
import { refuse } from './refuse.ts'

/** Names come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: XmlAttributes): void
  close?(name: string): void
  text?(text: string): void
}

/** Reads XML piece by piece. A DOCTYPE is refused, so there are no entities to fear. */
export async function readXml(chunks: AsyncIterable<Uint8Array>, listener: XmlListener) {
  const parser = strictParser(listener)
  let decoder: TextDecoder | undefined
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    parser.write(decoder.decode(chunk, { stream: true }))
  }
  parser.write(decoder?.decode() ?? '')
  parser.close()
}

/** The id of another part: `r:id`, whatever the prefix is called. */
export function partId(attributes: XmlAttributes): string | undefined {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'))
  return name && attributes[name]
}

/** An attribute by its name without the prefix. */
export function valueIn(attributes: XmlAttributes, name: string): string | undefined {
  for (const key in attributes) if (local(key) === name) return attributes[key]
  return undefined
}

/** What to do at which element; names such as `constructor` mean nothing here. */
export function byName<Given extends unknown[]>(
  doings: Record<string, (...given: Given) => unknown>,
): ReadonlyMap<string, (...given: Given) => unknown> {
  return new Map(Object.entries(doings))
}

export type XmlAttributes = Readonly<Record<string, string>>

function strictParser(listener: XmlListener) {
  const parser = new SaxesParser({ xmlns: false, position: false } as const)
  let depth = 0
  parser.on('error', (cause) => {
    throw refuse('R_FORMAT', 'damaged', {}, cause)
  })
  parser.on('doctype', () => {
    throw refuse('R_FORMAT', 'doctype')
  })
  parser.on('opentag', (tag) => {
    if (++depth > LIMITS.depth) throw tooLarge('depth', depth)
    listener.open?.(local(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth--
    listener.close?.(local(tag.name))
  })
  if (listener.text) {
    const text = listener.text.bind(listener)
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return parser
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}
