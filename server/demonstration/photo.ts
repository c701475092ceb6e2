import { crc32, deflateSync } from 'node:zlib'
import { type Random, random } from './random.ts'

export interface Camera {
  /** The day that a telephone writes into the picture: `2017-06-06`. */
  readonly takenOn?: string
  /** With the place as well, as telephones do; invented. */
  readonly place?: boolean
}

/** A JPEG of 32 by 24 points in twelve shades of grey; nobody is on it. ISO/IEC 10918-1. */
export function jpeg(seed: string, camera: Camera = {}): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    exif(camera),
    segment(0xdb, [0, ...Array.from({ length: 64 }, () => 16)]),
    segment(0xc0, [8, 0, HEIGHT, 0, WIDTH, 1, 1, 0x11, 0]),
    segment(0xc4, [0, 0, 0, 0, 8, ...zeros(12), ...[0, 1, 2, 3, 4, 5, 6, 7]]), // shades: four bits
    segment(0xc4, [0x10, 1, ...zeros(15), 0]), // detail: none, one bit
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    shades(random(seed)),
    Buffer.from([0xff, 0xd9]),
  ])
}

/** A PNG of one grey point, such as a picture of a screen would be. */
export function png(): Buffer {
  const size = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  const parts = [
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]), { level: 0 })),
    chunk('IEND'),
  ]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

const WIDTH = 32
const HEIGHT = 24

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0)

function segment(marker: number, content: readonly number[]): Buffer {
  const length = content.length + 2
  return Buffer.from([0xff, marker, length >> 8, length & 0xff, ...content])
}

/** Each block says how much lighter or darker it is than the one before. */
function shades(chance: Random): Buffer {
  let bits = ''
  let before = 0
  for (let block = 0; block < (WIDTH * HEIGHT) / 64; block++) {
    const shade = chance.integer(-40, 40)
    bits += `${lighter(shade - before)}0`
    before = shade
  }
  const bytes = (bits.padEnd(Math.ceil(bits.length / 8) * 8, '1').match(/.{8}/g) ?? []).map(
    (byte) => Number.parseInt(byte, 2),
  )
  return Buffer.from(bytes.flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte])))
}

function lighter(difference: number): string {
  if (difference === 0) return '0000'
  const size = Math.abs(difference).toString(2).length
  const value = difference > 0 ? difference : difference + 2 ** size - 1
  return size.toString(2).padStart(4, '0') + value.toString(2).padStart(size, '0')
}

/** APP1: `Exif`, a TIFF head, and a directory that points at the day and the place. CIPA DC-008. */
function exif({ takenOn, place = false }: Camera): Buffer {
  if (takenOn === undefined && !place) return Buffer.alloc(0)
  const day = Buffer.from(`${(takenOn ?? '0000-00-00').replaceAll('-', ':')} 09:30:00\0`)
  const degrees = Buffer.from(Uint32Array.from([23, 1, 6, 1, 0, 1]).buffer)
  const first = 8 + sizeOfDirectory(place ? 2 : 1)
  const second = first + sizeOfDirectory(1) + day.length
  const pointers: Entry[] = [[0x8769, 4, 1, first]]
  if (place) pointers.push([0x8825, 4, 1, second])
  const parts = [directory(pointers), directory([[0x9003, 2, day.length, first + 18]]), day]
  if (place) parts.push(directory([[0x0002, 5, 3, second + 18]]), degrees)
  const tiff = Buffer.concat([Buffer.from('49492a0008000000', 'hex'), ...parts])
  return segment(0xe1, [...Buffer.from('Exif\0\0'), ...tiff])
}

type Entry = readonly [tag: number, type: number, count: number, value: number]

const sizeOfDirectory = (entries: number) => 2 + entries * 12 + 4

function directory(entries: readonly Entry[]): Buffer {
  const bytes = Buffer.alloc(sizeOfDirectory(entries.length))
  bytes.writeUInt16LE(entries.length)
  entries.forEach(([tag, type, count, value], i) => {
    bytes.writeUInt16LE(tag, 2 + i * 12)
    bytes.writeUInt16LE(type, 4 + i * 12)
    bytes.writeUInt32LE(count, 6 + i * 12)
    bytes.writeUInt32LE(value, 10 + i * 12)
  })
  return bytes
}

function chunk(name: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(name), content])
  const bytes = Buffer.alloc(named.length + 8)
  bytes.writeUInt32BE(content.length)
  named.copy(bytes, 4)
  bytes.writeUInt32BE(crc32(named), named.length + 4)
  return bytes
}
