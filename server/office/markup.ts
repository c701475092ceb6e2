export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** For text between tags and for attribute values in double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\n\t\r]/g, (sign) => ESCAPES[sign] ?? sign)
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
}

/** Text of a Word document; what XML cannot hold is left out. */
export function escapeWords(text: string): string {
  return escapeXml(text.replace(ILLEGAL, ''))
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** Text of a cell. ECMA-376 ST_Xstring: what XML cannot hold is written `_xHHHH_`. */
export function escapeCell(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n')
  const kept = lines.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  const legal = kept.replace(ILLEGAL, hexadecimal)
  return escapeXml(legal)
}

function hexadecimal(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}

/** The other way round, for what an office file holds. */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
