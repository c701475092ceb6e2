/** A piece of a JPEG: a segment with its marker, or the picture data behind one (marker 0). */
export interface Segment {
  readonly marker: number
  readonly start: number
  readonly end: number
}

/** The same picture without what the camera wrote beside it: place, time, owner, a smaller copy. */
export function withoutMetadata(jpeg: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [START]
  for (const segment of segmentsOf(jpeg)) {
    if (isPicture(jpeg, segment)) pieces.push(jpeg.subarray(segment.start, segment.end))
  }
  return Buffer.concat([...pieces, END]) // what follows the end, such as a film, is left behind
}

/** ISO/IEC 10918-1, annex B. Ends where the picture ends, or where it is broken. */
export function* segmentsOf(jpeg: Uint8Array): Generator<Segment> {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) throw new RangeError('the picture is not a JPEG')
  let start = 2
  while (start + 4 <= jpeg.length && jpeg[start] === 0xff) {
    const marker = jpeg[start + 1] as number
    if (marker === 0xd9) return
    if (marker === 0xff) {
      start += 1 // fill
      continue
    }
    const length = ((jpeg[start + 2] as number) << 8) | (jpeg[start + 3] as number)
    const end = start + 2 + Math.max(2, length)
    yield { marker, start, end }
    start = end
    if (marker !== SCAN) continue
    start = endOfScan(jpeg, end)
    yield { marker: 0, start: end, end: start }
  }
}

const START = Uint8Array.of(0xff, 0xd8)
const END = Uint8Array.of(0xff, 0xd9)
const SCAN = 0xda
const COMMENT = 0xfe

/** Of the application segments only JFIF is kept, and Adobe's, without which colours turn. */
function isPicture(jpeg: Uint8Array, { marker, start }: Segment): boolean {
  if (marker === COMMENT) return false
  if (marker < 0xe1 || marker > 0xef) return true
  return marker === 0xee && Buffer.from(jpeg.subarray(start + 4, start + 9)).toString() === 'Adobe'
}

/** Inside the data FF is followed by 00, or by a mark from which to start again (D0 to D7). */
function endOfScan(jpeg: Uint8Array, from: number): number {
  let at = jpeg.indexOf(0xff, from)
  while (at >= 0 && at + 1 < jpeg.length) {
    const next = jpeg[at + 1] as number
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at
    at = jpeg.indexOf(0xff, at + 2)
  }
  return jpeg.length
}
