import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

export const ZIP_LIMITS = {
  entries: 200,
  documentEntries: 1000, // of a Word document: each photo pasted into it is a part
  inflated: 100 * 1024 * 1024,
  ratio: 200, // counts only once a part is larger than `ratioFrom`
  ratioFrom: 1024 * 1024,
}

export type ZipReason =
  | 'damaged'
  | 'encrypted'
  | 'entries'
  | 'inflated'
  | 'ratio'
  | 'lying-size'
  | 'duplicate-name'
  | 'unsafe-name'
  | 'overlap'

/** Why a zip is not opened, or not read on. */
export class ZipFault extends Error {
  override readonly name = 'ZipFault'
  readonly reason: ZipReason

  constructor(reason: ZipReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

export interface Archive {
  /** In the order of the zip's own directory; folders left out. */
  readonly names: readonly string[]
  has(name: string): boolean
  chunks(name: string): AsyncGenerator<Buffer>
  bytes(name: string): Promise<Buffer>
}

/** Opens a zip that may be hostile. Nothing is inflated before a part is asked for. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = await open(buffer)
  const entries = await directory(zip)
  refuseOverlaps(entries, buffer.length)
  const spent = { inflated: 0 }
  const chunks = (name: string) => inflate(buffer, zip, find(entries, name), spent)
  return {
    names: [...entries.values()].map((entry) => entry.fileName),
    has: (name) => entries.has(name.toLowerCase()),
    chunks,
    bytes: async (name) => Buffer.concat(await gather(chunks(name))),
  }
}

async function open(buffer: Buffer): Promise<ZipFile> {
  const zip = await fromBufferPromise(buffer).catch(asFault)
  refuseEntries(zip.entryCount, ZIP_LIMITS.documentEntries)
  return zip
}

function refuseEntries(count: number, most: number): void {
  if (count > most) throw new ZipFault('entries', `${count} parts, at most ${most}`)
}

async function directory(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let declared = 0
  const listed = await gather(zip.eachEntry()).catch(asFault)
  for (const entry of listed) {
    const key = entry.fileName.toLowerCase() // ECMA-376 part 2: part names ignore case
    if (entry.isEncrypted()) throw new ZipFault('encrypted', `'${entry.fileName}' is encrypted`)
    if (entries.has(key)) throw new ZipFault('duplicate-name', `'${entry.fileName}' comes twice`)
    if (!entry.canDecodeFileData()) {
      throw new ZipFault('damaged', `'${entry.fileName}' is packed by an unknown method`)
    }
    declared += entry.uncompressedSize
    refuseSize(entry, entry.uncompressedSize, declared)
    if (!key.endsWith('/')) entries.set(key, entry)
  }
  if (!entries.has('word/document.xml')) refuseEntries(listed.length, ZIP_LIMITS.entries)
  return entries
}

async function gather<T>(items: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = []
  for await (const item of items) gathered.push(item)
  return gathered
}

function asFault(cause: unknown): never {
  const message = cause instanceof Error ? cause.message : String(cause)
  if (message.includes('encryption')) throw new ZipFault('encrypted', message, { cause })
  if (/absolute path|relative path|invalid characters/.test(message)) {
    throw new ZipFault('unsafe-name', message, { cause })
  }
  throw new ZipFault('damaged', message, { cause })
}

function refuseSize(entry: Entry, size: number, total: number): void {
  if (total > ZIP_LIMITS.inflated) {
    throw new ZipFault('inflated', `more than ${ZIP_LIMITS.inflated} bytes inflated`)
  }
  if (size > ZIP_LIMITS.ratioFrom && size > ZIP_LIMITS.ratio * entry.compressedSize) {
    throw new ZipFault('ratio', `'${entry.fileName}' inflates more than ${ZIP_LIMITS.ratio} times`)
  }
}

/** Parts that share bytes are how a small zip bomb becomes a large one. */
function refuseOverlaps(entries: Map<string, Entry>, size: number): void {
  let end = 0
  const places = [...entries.values()].map((entry) => ({
    start: entry.relativeOffsetOfLocalHeader,
    length: 30 + entry.fileNameLength + entry.compressedSize,
  }))
  for (const { start, length } of places.sort((a, b) => a.start - b.start)) {
    if (start < end) throw new ZipFault('overlap', 'two parts share the same bytes')
    end = start + length
  }
  if (end > size) throw new ZipFault('damaged', 'a part reaches past the end of the file')
}

function find(entries: Map<string, Entry>, name: string): Entry {
  const entry = entries.get(name.toLowerCase())
  if (!entry) throw new ZipFault('damaged', `there is no part '${name}'`)
  return entry
}

async function* inflate(
  buffer: Buffer,
  zip: ZipFile,
  entry: Entry,
  spent: { inflated: number },
): AsyncGenerator<Buffer> {
  const header = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch(asFault)
  const packed = buffer.subarray(header.fileDataStart, header.fileDataStart + entry.compressedSize)
  let size = 0
  let check = 0
  try {
    for await (const chunk of entry.compressionMethod === 0 ? [packed] : unpack(packed)) {
      size += chunk.length
      spent.inflated += chunk.length
      if (size > entry.uncompressedSize) {
        throw new ZipFault('lying-size', `'${entry.fileName}' is larger than it says`)
      }
      refuseSize(entry, size, spent.inflated)
      check = crc32(chunk, check)
      yield chunk
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_')) {
      throw new ZipFault('damaged', `'${entry.fileName}' cannot be inflated`, { cause })
    }
    throw cause
  }
  if (size !== entry.uncompressedSize || check !== entry.crc32) {
    throw new ZipFault('damaged', `'${entry.fileName}' does not match its checksum`)
  }
}

function unpack(packed: Buffer): AsyncIterable<Buffer> {
  const stream = createInflateRaw({ chunkSize: 64 * 1024 })
  stream.end(packed)
  return stream
}
