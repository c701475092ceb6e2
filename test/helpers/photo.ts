/** The smallest picture that says it is a JPEG, with the EXIF that a phone would write. */
export function jpeg({
  takenOn,
  place = false,
}: {
  takenOn?: string
  place?: boolean
}): Uint8Array {
  const exif = takenOn === undefined && !place ? [] : app1(takenOn, place)
  return Uint8Array.from([0xff, 0xd8, ...exif, ...QUANTIZATION, 0xff, 0xd9])
}

/** The smallest picture that says it is a PNG. */
export function png(): Uint8Array {
  const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  const size = [0, 0, 0, 1, 0, 0, 0, 1]
  return Uint8Array.from([...head, 0, 0, 0, 13, ...Buffer.from('IHDR'), ...size, 8, 0, 0, 0, 0])
}

const QUANTIZATION = [0xff, 0xdb, 0, 0x43, 0, ...Array.from({ length: 64 }, () => 16)]

/** APP1: `Exif`, a TIFF head, and two directories. TIFF 6.0; CIPA DC-008. */
function app1(takenOn: string | undefined, place: boolean): number[] {
  const entries: [tag: number, type: number, count: number, value: number][] = []
  const entryCount = (takenOn === undefined ? 0 : 1) + (place ? 1 : 0)
  let free = 8 + 2 + entryCount * 12 + 4
  const extra: number[] = []
  const append = (bytes: readonly number[]) => {
    const at = free
    extra.push(...bytes)
    free += bytes.length
    return at
  }
  if (takenOn !== undefined) {
    const text = [...Buffer.from(`${takenOn.replaceAll('-', ':')} 09:30:00\0`, 'latin1')]
    const at = append(text)
    const inside = directory([[0x9003, 2, text.length, at]])
    entries.push([0x8769, 4, 1, append(inside)])
  }
  if (place) {
    const latitude = append([23, 1, 6, 1, 0, 1].flatMap(long))
    entries.push([0x8825, 4, 1, append(directory([[0x0002, 5, 3, latitude]]))])
  }
  const tiff = [0x49, 0x49, 42, 0, ...long(8), ...directory(entries), ...extra]
  const body = [...Buffer.from('Exif\0\0', 'latin1'), ...tiff]
  const size = body.length + 2
  return [0xff, 0xe1, size >> 8, size & 0xff, ...body]
}

function directory(entries: readonly [number, number, number, number][]): number[] {
  const lines = entries.flatMap(([tag, type, count, value]) => [
    ...short(tag),
    ...short(type),
    ...long(count),
    ...long(value),
  ])
  return [...short(entries.length), ...lines, ...long(0)]
}

const short = (value: number) => [value & 0xff, value >> 8]
const long = (value: number) => [
  value & 0xff,
  (value >> 8) & 0xff,
  (value >> 16) & 0xff,
  value >> 24,
]
