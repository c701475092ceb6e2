/** The streams of a compound file (MS-CFB), as files of old Excel and Word are, by their paths. */
export interface Compound {
  readonly names: readonly string[]
  bytes(name: string): Buffer | undefined
}

/** Throws where the file contradicts itself; a chain that runs in a circle ends there too. */
export function openCompound(file: Uint8Array): Compound {
  const disk = openDisk(Buffer.from(file.buffer, file.byteOffset, file.byteLength))
  const entries = readEntries(disk.read(disk.header.readUInt32LE(48)))
  const root = entries[0]
  if (!root) throw new RangeError('the directory is empty')
  const small = disk.read(root.start)
  const table = disk.read(disk.header.readUInt32LE(60))
  const streams = new Map<string, Entry>()
  for (const [path, entry] of walk(entries)) streams.set(path, entry)
  return {
    names: [...streams.keys()],
    bytes(name) {
      const entry = streams.get(name)
      if (!entry) return undefined
      const whole =
        entry.size < SMALL ? chain(entry.start, table, small, 64) : disk.read(entry.start)
      return whole.subarray(0, entry.size)
    },
  }
}

const SMALL = 4096 // streams below this size are kept together in a stream of their own
const LAST = 0xfffffffa // this number and those above it are no places but signs

interface Disk {
  readonly header: Buffer
  read(start: number): Buffer
}

function openDisk(file: Buffer): Disk {
  const header = file.subarray(0, 512)
  const shift = header.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) throw new RangeError(`sectors of 2^${shift} bytes`)
  const size = 2 ** shift
  const sectors = file.subarray(size)
  const table = Buffer.concat(
    tableSectors(header, sectors, size).map((n) => sectors.subarray(n * size, (n + 1) * size)),
  )
  return { header, read: (start) => chain(start, table, sectors, size) }
}

/** Where the table of chains is kept: 109 places in the header, more in sectors that name the next. */
function tableSectors(header: Buffer, sectors: Buffer, size: number): number[] {
  const places: number[] = []
  const most = sectors.length / size + 1
  for (let at = 76; at < 512; at += 4) places.push(header.readUInt32LE(at))
  let more = header.readUInt32LE(68)
  while (more < LAST && places.length < most) {
    const sector = sectors.subarray(more * size, (more + 1) * size)
    for (let at = 0; at < size - 4; at += 4) places.push(sector.readUInt32LE(at))
    more = sector.readUInt32LE(size - 4)
  }
  return places.filter((place) => place < LAST)
}

function chain(start: number, table: Buffer, space: Buffer, size: number): Buffer {
  const pieces: Buffer[] = []
  const most = space.length / size + 1
  for (let place = start; place < LAST; place = table.readUInt32LE(place * 4)) {
    if (pieces.length > most) throw new RangeError(`the chain from ${start} runs in a circle`)
    pieces.push(space.subarray(place * size, (place + 1) * size))
  }
  return Buffer.concat(pieces)
}

interface Entry {
  readonly name: string
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

function readEntries(directory: Buffer): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.max(0, Math.min(64, directory.readUInt16LE(at + 64)) - 2)
    entries.push({
      name: directory.toString('utf16le', at, at + length),
      left: directory.readUInt32LE(at + 68),
      right: directory.readUInt32LE(at + 72),
      child: directory.readUInt32LE(at + 76),
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    })
  }
  return entries
}

function* walk(entries: readonly Entry[]): Generator<[path: string, entry: Entry]> {
  const waiting = [{ at: entries[0]?.child ?? LAST, folder: '' }]
  const seen = new Set<number>()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { at, folder } = next
    const entry = entries[at]
    if (!entry || seen.has(at)) continue
    seen.add(at)
    yield [folder + entry.name, entry]
    waiting.push({ at: entry.left, folder }, { at: entry.right, folder })
    if (folder.length < 256) waiting.push({ at: entry.child, folder: `${folder}${entry.name}/` })
  }
}
