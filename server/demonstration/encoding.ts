export type Encoding = 'utf-8' | 'gb18030'

/** Text as an office's program saves it: UTF-8 with a byte order mark, or GB18030. */
export function bytesOf(text: string, encoding: Encoding): Buffer {
  return encoding === 'utf-8' ? Buffer.from(`\uFEFF${text}`) : encodeGb18030(text)
}

/** Node reads GB18030 but does not write it. The basic plane is enough here; 㙍 takes four bytes. */
function encodeGb18030(text: string): Buffer {
  table ??= invert()
  const bytes = Buffer.alloc(text.length * 4)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const code = table[text.charCodeAt(i)]!
    if (code > 0xffff) length = bytes.writeUInt32BE(code, length)
    else if (code > 0xff) length = bytes.writeUInt16BE(code, length)
    else length = bytes.writeUInt8(code, length)
  }
  return bytes.subarray(0, length)
}

let table: Uint32Array | undefined

/** Reads every code there is and notes which character it gives. */
function invert(): Uint32Array {
  const found = new Uint32Array(0x10000)
  const decoder = new TextDecoder('gb18030')
  const note = (bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes))
    const code = bytes.reduce((sum, byte) => sum * 256 + byte, 0)
    if (text.length === 1 && found[text.charCodeAt(0)] === 0) found[text.charCodeAt(0)] = code
  }
  for (let a = 0; a < 0x80; a++) note([a])
  for (let a = 0x81; a < 0xff; a++) {
    for (let b = 0x40; b < 0xff; b++) if (b !== 0x7f) note([a, b])
  }
  for (let a = 0x81; a <= 0x84; a++) {
    for (let b = 0x30; b < 0x3a; b++) {
      for (let c = 0x81; c < 0xff; c++) for (let d = 0x30; d < 0x3a; d++) note([a, b, c, d])
    }
  }
  return found
}
