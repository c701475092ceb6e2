export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** The encoding that a byte order mark names (Unicode, 2.6). */
export function byMark(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined
}

/** UTF-8 without its byte order mark. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return byMark(bytes) === 'utf-8' ? bytes.subarray(3) : bytes
}
