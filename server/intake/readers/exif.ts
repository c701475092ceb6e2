import readExif from 'exif-reader'
import { segmentsOf } from '../../office/photo.ts'
import type { Photo } from '../sheet.ts'

/** What a camera wrote into its picture, as far as the hub asks: when, and whether it says where. */
export function cameraNotes(head: Buffer): Pick<Photo, 'takenOn' | 'hasPlace'> {
  try {
    const notes = notesIn(head)
    const exif = notes && valuesIn(notes.subarray(6)) <= MOST_VALUES ? readExif(notes) : undefined
    return { takenOn: dayOf(exif?.Photo?.DateTimeOriginal), hasPlace: Boolean(exif?.GPSInfo) }
  } catch {
    return { takenOn: null, hasPlace: false } // no JPEG, or notes that make no sense
  }
}

const MOST_VALUES = 100_000 // the library makes lists of all of them, the same ones many times over

function notesIn(head: Buffer): Buffer | undefined {
  for (const { marker, start, end } of segmentsOf(head)) {
    const segment = head.subarray(start + 4, end)
    if (marker === 0xe1 && segment.toString('latin1', 0, 6) === 'Exif\0\0') return segment
    if (marker === 0xda) return undefined
  }
  return undefined
}

/** How many values the directories of the notes claim to hold (TIFF 6.0, section 2). */
function valuesIn(notes: Buffer): number {
  const big = notes[0] === 0x4d
  const short = (at: number) => (big ? notes.readUInt16BE(at) : notes.readUInt16LE(at))
  const long = (at: number) => (big ? notes.readUInt32BE(at) : notes.readUInt32LE(at))
  const places = [long(4)]
  let values = 0
  for (let i = 0; i < Math.min(places.length, 8); i++) {
    const at = places[i] as number
    if (at + 2 > notes.length) continue
    const end = at + 2 + short(at) * 12
    for (let entry = at + 2; entry < end && entry + 12 <= notes.length; entry += 12) {
      values += Math.min(long(entry + 4), notes.length)
      if (DIRECTORIES.has(short(entry))) places.push(long(entry + 8))
    }
    if (end + 4 <= notes.length && i === 0) places.push(long(end))
  }
  return values
}

const DIRECTORIES = new Set([0x8769, 0x8825, 0xa005]) // Exif, GPS, interoperability

/** A clock that was never set writes zeros, or a day that does not exist. */
function dayOf(moment: unknown): string | null {
  if (!(moment instanceof Date) || Number.isNaN(moment.getTime())) return null
  const day = moment.toISOString().slice(0, 10)
  return /^(19|20)\d\d-/.test(day) ? day : null
}
