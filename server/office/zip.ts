import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A part of an office file: its name inside the zip, and what it holds. */
export type Part = readonly [name: string, content: Buffer | string]

/** The same parts in the same order give the same bytes. */
export async function packZip(parts: Iterable<Part>): Promise<Buffer> {
  const zip = new ZipFile()
  const mtime = new Date(2000, 0, 1) // local, as zip times are: the same bytes in every time zone
  for (const [name, content] of parts) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const compress = !/\.(jpe?g|png|gif|heic|webp)$/i.test(name) // these are packed already
    zip.addBuffer(bytes, name, { mtime, forceDosTimestamp: true, compress })
  }
  zip.end()
  return await buffer(zip.outputStream)
}
