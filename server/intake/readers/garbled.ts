/** What gives garbled text away, or undefined when the text reads as text. */
export function garbled(text: string): string | undefined {
  const sample = text.slice(0, 200_000)
  const foreign = sample.match(/\P{ASCII}/gu)?.length ?? 0
  const lost = sample.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0
  if (lost > Math.max(3, foreign * 0.02)) return 'lost characters'
  if (sample.includes('锟斤拷')) return '锟斤拷'
  const accented = sample.match(LATIN_PAIRS)?.length ?? 0
  const chinese = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  if (accented > 2 && accented > chinese) return 'read as Latin-1'
  return sample.split('\n').some(isTwiceDecoded) ? 'UTF-8 read as GBK' : undefined
}

// Two such signs side by side: bytes of Chinese, not the accents of a French word or a degree sign.
const LATIN_PAIRS = /[\u00c0-\u00ff][\u0080-\u00ff\u0152-\u017e\u2018-\u203a\u20ac\u2122]/g

/** 濉姤鍗曚綅: put back into GBK bytes it reads as UTF-8 (填报单位). Honest Chinese does not. */
function isTwiceDecoded(line: string): boolean {
  let good = 0
  let bad = 0
  for (const run of line.match(/\P{ASCII}{2,}/gu) ?? []) {
    const back = new TextDecoder().decode(gbkBytes(run))
    good += back.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0
    bad += back.match(/\ufffd/g)?.length ?? 0
  }
  return good >= 2 && good > bad
}

function gbkBytes(text: string): Uint8Array {
  const codes = gbkCodes()
  const bytes: number[] = []
  for (const sign of text) {
    const code = codes.get(sign)
    if (code !== undefined) bytes.push(code >> 8, code & 0xff)
  }
  return Uint8Array.from(bytes)
}

let known: Map<string, number> | undefined

/** Every two-byte character of GBK; made on first use in a few milliseconds. */
function gbkCodes(): Map<string, number> {
  if (known) return known
  known = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) {
        known.set(decoder.decode(Uint8Array.of(lead, trail)), (lead << 8) | trail)
      }
    }
  }
  return known
}
