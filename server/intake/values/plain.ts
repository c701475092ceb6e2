/** Text as it is compared and read: NFKC, invisible signs gone, one kind of space and of dash. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .replaceAll(DASHES, '-')
    .replaceAll(/[～〜∼]/g, '~')
    .replaceAll('〇', '0')
    .trim()
}

/** The same without any space: for labels and names that were broken over lines. */
export function tight(text: string): string {
  return plain(text).replaceAll(' ', '').replaceAll(DASHES, '-')
}

/**
 * The same for numbers: digits that stood apart stay apart. A space between two digits is kept, and where
 * a further line brings a number of its own the two are told apart by `;`.
 */
export function compact(text: string): string {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => plain(line).replaceAll(/(?<!\d) | (?!\d)/g, ''))
    .filter((line) => line !== '')
  const joined = lines.reduce((done, line) => {
    const apart = /\d/.test(done) && /^[^(]*\d/.test(line)
    return `${done}${apart ? ';' : ''}${line}`
  }, '')
  return joined.replaceAll(DASHES, '-')
}

/** The same in small letters: how names and titles are held against each other. */
export function comparable(text: string): string {
  return tight(text).toLowerCase()
}

const DASHES = /[-‐‑‒–—―−]+/g

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]/g

const MISSING = new Set([
  '',
  '/',
  '\\',
  '-',
  '--',
  '~',
  '未统计',
  '不详',
  '暂无',
  '无法统计',
  '未知',
  '待统计',
  'n/a',
  'na',
])

/** Blank, or a sign that says "nothing to say here". Never the same as zero. */
export function isMissing(text: string): boolean {
  return MISSING.has(tight(text).toLowerCase())
}
