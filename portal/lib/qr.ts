import { encode } from 'uqr'

/** The dark squares of a QR code as one path of an SVG, and how many squares its side has (ISO/IEC 18004). */
export function qrPath(text: string): { readonly path: string; readonly side: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const squares = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
  return { path: squares.join(''), side: size }
}
