import type { Archive } from '../../office/unzip.ts'
import { builtInFormat, type NumberFormat, numberFormat } from './formats.ts'
import { readXml } from './xml.ts'

/** The number format of each cell style, by its place in `cellXfs`; undefined for General. */
export async function readCellStyles(
  zip: Archive,
  part: string | undefined,
): Promise<(NumberFormat | undefined)[]> {
  const custom = new Map<number, string>()
  const ids: number[] = []
  if (!part || !zip.has(part)) return []
  let inCells = false
  await readXml(zip.chunks(part), {
    open(element, { numFmtId = '0', formatCode = '' }) {
      if (element === 'numFmt') custom.set(Number(numFmtId), formatCode)
      if (element === 'cellXfs') inCells = true
      if (element === 'xf' && inCells) ids.push(Number(numFmtId))
    },
    close(element) {
      if (element === 'cellXfs') inCells = false
    },
  })
  const formats = new Map<string, NumberFormat>()
  return ids.map((id) => {
    const code = custom.get(id) ?? builtInFormat(id)
    if (!code || /^(general|g\/通用格式)$/i.test(code)) return undefined
    const known = formats.get(code) ?? numberFormat(code)
    formats.set(code, known)
    return known
  })
}
