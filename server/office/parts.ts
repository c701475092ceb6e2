import { XML_HEAD } from './markup.ts'
import { lastWord, type Relation, relationsName, targetName } from './names.ts'
import { appendTo, attribute, elementsOf } from './tags.ts'
import { openArchive } from './unzip.ts'
import { packZip } from './zip.ts'

/** An office file taken apart, to be changed part by part and packed again (OPC, ISO 29500-2). */
export interface Parts {
  names(): readonly string[]
  /** The text of a part; undefined when there is none. */
  text(name: string): string | undefined
  put(name: string, text: string): void
  relations(part: string): Relation[]
  /** Adds a part that `from` points at; answers the id under which it does. */
  attach(from: string, type: string, part: string, contentType: string, text: string): string
  pack(): Promise<Buffer>
}

const CONTENT_TYPES = '[Content_Types].xml'

export async function openParts(bytes: Uint8Array): Promise<Parts> {
  const zip = await openArchive(bytes)
  const contents = new Map<string, Buffer | string>()
  for (const name of zip.names) contents.set(name, await zip.bytes(name))
  const spelled = (name: string) =>
    [...contents.keys()].find((key) => key.toLowerCase() === name.toLowerCase()) ?? name
  const text = (name: string) => {
    const content = contents.get(spelled(name))
    return content === undefined || typeof content === 'string' ? content : decodeXml(content)
  }
  const put = (name: string, xml: string) => void contents.set(spelled(name), xml)
  return {
    names: () => [...contents.keys()],
    text,
    put,
    relations: (part) => relationsOf(text(relationsName(part)) ?? '', part),
    attach(from, type, part, contentType, xml) {
      put(part, xml)
      const types = text(CONTENT_TYPES) ?? ''
      put(CONTENT_TYPES, withContentType(types, part, contentType))
      const name = relationsName(from)
      const { xml: relations, id } = withRelation(text(name) ?? NO_RELATIONS, type, part)
      put(name, relations)
      return id
    },
    pack: () => packZip(contents),
  }
}

/** OPC allows UTF-8 and UTF-16; what is written is UTF-8. */
function decodeXml(bytes: Buffer): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-16be'
  const isWide = (bytes[0] ?? 0) >= 0xfe
  const text = new TextDecoder(isWide ? wide : 'utf-8').decode(bytes)
  return isWide ? text.replace(/^(<\?xml[^>]*encoding=["'])[^"']*/i, '$1UTF-8') : text
}

function relationsOf(xml: string, part: string): Relation[] {
  return elementsOf(xml, 'Relationship').flatMap(({ open: { raw } }) => {
    const type = attribute(raw, 'Type') ?? ''
    if (attribute(raw, 'TargetMode') === 'External') return []
    const target = targetName(part, attribute(raw, 'Target') ?? '')
    return [{ id: attribute(raw, 'Id') ?? '', type: lastWord(type), part: target }]
  })
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const NO_RELATIONS = `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`

function withRelation(xml: string, type: string, part: string): { xml: string; id: string } {
  const root = elementsOf(xml, 'Relationships')[0]
  if (!root) throw new Error(`the relations of a part are not XML`)
  const taken = new Set(
    elementsOf(xml, 'Relationship').map(({ open }) => attribute(open.raw, 'Id')),
  )
  let number = taken.size + 1
  while (taken.has(`rId${number}`)) number++
  const id = `rId${number}`
  const line = `<${root.open.prefix}Relationship Id="${id}" Type="${OFFICE}/${type}" Target="/${part}"/>`
  return { xml: appendTo(xml, root, line), id }
}

/** VML is named by its ending, as Excel does it; everything else by its name. */
function withContentType(xml: string, part: string, contentType: string): string {
  const root = elementsOf(xml, 'Types')[0]
  if (!root) throw new Error(`'${CONTENT_TYPES}' is not XML`)
  const { prefix } = root.open
  if (!part.endsWith('.vml')) {
    const line = `<${prefix}Override PartName="/${part}" ContentType="${contentType}"/>`
    return appendTo(xml, root, line)
  }
  const known = elementsOf(xml, 'Default').some(
    ({ open }) => attribute(open.raw, 'Extension') === 'vml',
  )
  if (known) return xml
  const line = `<${prefix}Default Extension="vml" ContentType="${contentType}"/>`
  return appendTo(xml, root, line)
}

/** `unusedName(parts, (n) => `xl/comments${n}.xml`)` → the first such name that is free */
export function unusedName(parts: Parts, name: (n: number) => string): string {
  const taken = new Set(parts.names().map((each) => each.toLowerCase()))
  let n = 1
  while (taken.has(name(n).toLowerCase())) n++
  return name(n)
}
