const DAY = 86_400_000
const LAST_DAY = 2_958_465 // 9999-12-31, the last one Excel knows

/** `isoOf(43529)` → `'2019-03-05'`, `isoOf(43529.8125)` → `'2019-03-05T19:30'` */
export function isoOf(serial: number, date1904 = false): string | undefined {
  const minutes = Math.round(serial * 1440)
  const day = Math.floor(minutes / 1440) + (date1904 ? 1462 : 0)
  // Excel believes in 1900-02-29 (day 60); before it the days are counted from one later.
  if (day < 1 || day > LAST_DAY || day === 60) return undefined
  const start = Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * DAY
  const iso = new Date(start + (minutes - Math.floor(minutes / 1440) * 1440) * 60_000).toISOString()
  return minutes % 1440 === 0 ? iso.slice(0, 10) : iso.slice(0, 16)
}

/** The number by which a 1900 workbook keeps a day; undefined when the text is no such day. */
export function serialOf(iso: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?$/.exec(iso)
  const time = match ? Date.parse(`${match[1]}T${match[2] ?? '00:00'}Z`) : Number.NaN
  const serial = (time - Date.UTC(1899, 11, 30)) / DAY
  return isoOf(serial) === iso ? serial : undefined
}
