import { createHash } from 'node:crypto'
import type { Archive } from '../../office/unzip.ts'
import type { Photo } from '../sheet.ts'
import { cameraNotes } from './exif.ts'
import { kindOf } from './kind.ts'

/** A picture without the place where it stands. */
export type Picture = Omit<Photo, 'cell'>

const HEAD = 256 * 1024 // what a camera writes stands at the beginning

/** Looks at a picture as it passes by; it is never whole in memory. */
export async function readPicture(chunks: AsyncIterable<Uint8Array>): Promise<Picture> {
  const hash = createHash('sha256')
  const heads: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    if (bytes < HEAD) heads.push(chunk.subarray(0, HEAD - bytes))
    hash.update(chunk)
    bytes += chunk.length
  }
  const head = Buffer.concat(heads)
  return { kind: pictureKind(head), sha256: hash.digest('hex'), bytes, ...cameraNotes(head) }
}

/** Pictures by the names of their parts; one that stands in many places is looked at once. */
export function openPictures(zip: Archive): (part: string) => Promise<Picture | undefined> {
  const known = new Map<string, Promise<Picture>>()
  return async (part) => {
    if (!zip.has(part)) return undefined
    const picture = known.get(part) ?? readPicture(zip.chunks(part))
    known.set(part, picture)
    return await picture
  }
}

const KINDS = new Set<string>(['jpeg', 'png', 'gif', 'heic', 'webp', 'bmp', 'tiff'])

function pictureKind(head: Buffer): Photo['kind'] {
  const kind = kindOf(head).raw.toLowerCase()
  return KINDS.has(kind) ? (kind as Photo['kind']) : 'other'
}
