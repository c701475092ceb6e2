import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A part of an office file: its name inside the zip, and what it holds. */
export type Part = readonly [name: string, content: Buffer | string]

// The earliest moment a zip can name. Built from local time because zip keeps local time:
// so the bytes are the same in every time zone.
const ALWAYS = new Date(1980, 0, 1)

/** The same parts in the same order give the same bytes. */
export async function packZip(parts: Iterable<Part>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of parts) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    zip.addBuffer(bytes, name, { mtime: ALWAYS, forceDosTimestamp: true })
  }
  zip.end()
  return await buffer(zip.outputStream)
}
