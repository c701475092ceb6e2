import { type Remark, remark } from './findings.ts'
import type { JudgedPeriod } from './judged.ts'
import type { Photo } from './sheet.ts'

const WANTED = 2 // H17-35: 2张活动实景图片（JPG或JPEG格式）

/** What is wrong with the scene photos of an activity (X11): how many, of which kind, taken when. */
export function photoRemarks(photos: readonly Photo[], days: JudgedPeriod | null): Remark[] {
  const remarks: Remark[] = []
  if (photos.length !== WANTED) remarks.push(remark('W_PHOTO_COUNT', { n: photos.length }))
  const foreign = [...new Set(photos.map((photo) => photo.kind).filter((kind) => kind !== 'jpeg'))]
  for (const kind of foreign) remarks.push(remark('E_PHOTO_TYPE', { raw: NAMES[kind] ?? kind }))
  const taken = [...new Set(photos.flatMap((photo) => photo.takenOn ?? []))]
  for (const value of taken) {
    if (days !== null && (value < days.from || value > days.to)) {
      remarks.push(remark('W_PHOTO_DATE', { value }))
    }
  }
  return remarks
}

const NAMES: Readonly<Record<string, string>> = {
  png: 'PNG',
  gif: 'GIF',
  heic: 'HEIC',
  webp: 'WebP',
  bmp: 'BMP',
  tiff: 'TIFF',
  other: '其他文件',
}
