import { packZip } from '../../server/office/zip.ts'

/** A Word document as others write it: `body` is what stands in it, `parts` what else is in the file. */
export function wordFile(
  body: string,
  parts: Record<string, string | Buffer> = {},
  relations: readonly string[] = [],
): Promise<Buffer> {
  return packZip(
    Object.entries({
      '[Content_Types].xml':
        '<Types><Default Extension="xml" ContentType="application/xml"/></Types>',
      '_rels/.rels': relationsXml(['officeDocument word/document.xml']),
      'word/document.xml': `<w:document ${NAMES}><w:body>${body}</w:body></w:document>`,
      'word/_rels/document.xml.rels': relationsXml(relations),
      ...parts,
    }),
  )
}

/** `relationsXml(['image media/a.jpg', 'hyperlink https://example.org External'])` */
export function relationsXml(lines: readonly string[]): string {
  const written = lines.map((line, i) => {
    const [type, target, mode] = line.split(' ')
    const outside = mode ? ` TargetMode="${mode}"` : ''
    return `<Relationship Id="rId${i + 1}" Type="urn:x/${type}" Target="${target}"${outside}/>`
  })
  return `<Relationships>${written.join('')}</Relationships>`
}

export const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** Cells are texts, or XML that begins with a tag. */
export const table = (...rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => tc('', cell)).join('')}</w:tr>`).join('')}</w:tbl>`

export const tc = (properties: string, content: string) =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`

export const tr = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`

const NAMES = ['w', 'r', 'w14', 'mc', 'wp', 'a', 'v', 'wps']
  .map((name) => `xmlns:${name}="urn:${name}"`)
  .join(' ')

export interface Camera {
  /** `2017:06:10 09:30:00`, as cameras write it. */
  readonly taken?: string
  readonly place?: boolean
}

/** A JPEG that no one could see anything on, with what a camera would write into it. */
export function photo({ taken, place }: Camera = {}): Buffer {
  const frame = Buffer.from('ffc0000b08000300040101110' + '0', 'hex')
  const scan = Buffer.from('ffda0008010100003f00d2cf20ff00aa', 'hex')
  const notes = taken === undefined && !place ? [] : [exif(taken, place ?? false)]
  const jfif = Buffer.from('ffe000104a46494600010100000100010000', 'hex')
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    jfif,
    ...notes,
    frame,
    scan,
    Buffer.from('ffd9', 'hex'),
  ])
}

/** An Exif segment: a directory that points at one with the day, and at one with the place. */
function exif(taken = '0000:00:00 00:00:00', place: boolean): Buffer {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16LE(tag, 0)
    bytes.writeUInt16LE(type, 2)
    bytes.writeUInt32LE(count, 4)
    bytes.writeUInt32LE(value, 8)
    return bytes
  }
  const directory = (...entries: Buffer[]) =>
    Buffer.concat([Buffer.from([entries.length, 0]), ...entries, Buffer.alloc(4)])
  const head = Buffer.from('49492a0008000000', 'hex')
  const pointers = [entry(0x8769, 4, 1, place ? 38 : 26)]
  if (place) pointers.push(entry(0x8825, 4, 1, 38 + 18 + 20))
  const first = directory(...pointers)
  const day = directory(entry(0x9003, 2, 20, 8 + first.length + 18))
  const where = place ? directory(entry(0x0001, 2, 2, 0x4e)) : Buffer.alloc(0)
  const tiff = Buffer.concat([head, first, day, Buffer.from(`${taken}\0`), where])
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff])
  const start = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff])
  return Buffer.concat([start, body])
}
