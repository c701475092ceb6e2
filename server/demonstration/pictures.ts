import { openArchive } from '../office/unzip.ts'
import { packZip } from '../office/zip.ts'

/** A JPEG that lies over the cells of a sheet, from the top left corner of one on. */
export interface Pasted {
  /** Both counted from 1. */
  readonly row: number
  readonly column: number
  readonly bytes: Buffer
}

/** The same workbook with pictures on its only sheet, as a spreadsheet program pastes them. */
export async function withPictures(book: Buffer, pasted: readonly Pasted[]): Promise<Buffer> {
  const zip = await openArchive(book)
  const parts = new Map<string, Buffer | string>()
  for (const name of zip.names) parts.set(name, await zip.bytes(name))
  const change = (name: string, before: string, more: string) => {
    parts.set(name, String(parts.get(name)).replace(before, `${more}${before}`))
  }
  change('[Content_Types].xml', '</Types>', TYPES)
  change(SHEET, '</worksheet>', `<drawing xmlns:r="${OFFICE}" r:id="rId1"/>`)
  parts.set(
    'xl/worksheets/_rels/sheet1.xml.rels',
    relations([['drawing', '../drawings/drawing1.xml']]),
  )
  parts.set('xl/drawings/drawing1.xml', drawing(pasted))
  const images = pasted.map((_, i) => ['image', `../media/image${i + 1}.jpeg`] as const)
  parts.set('xl/drawings/_rels/drawing1.xml.rels', relations(images))
  for (const [i, { bytes }] of pasted.entries()) parts.set(`xl/media/image${i + 1}.jpeg`, bytes)
  return packZip(parts)
}

const SHEET = 'xl/worksheets/sheet1.xml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const TYPES =
  '<Default Extension="jpeg" ContentType="image/jpeg"/>' +
  '<Override PartName="/xl/drawings/drawing1.xml" ' +
  'ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>'

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const scheme = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const lines = targets.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `${HEAD}<Relationships xmlns="${scheme}">${lines.join('')}</Relationships>`
}

const SIZE = 'cx="1440000" cy="1080000"' // four by three centimetres

function drawing(pasted: readonly Pasted[]): string {
  const anchors = pasted.map(({ row, column }, i) => {
    const from = `<xdr:col>${column - 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff>`
    return (
      `<xdr:oneCellAnchor><xdr:from>${from}</xdr:from><xdr:ext ${SIZE}/><xdr:pic>` +
      `<xdr:nvPicPr><xdr:cNvPr id="${i + 2}" name="图片 ${i + 1}"/><xdr:cNvPicPr/></xdr:nvPicPr>` +
      `<xdr:blipFill><a:blip xmlns:r="${OFFICE}" r:embed="rId${i + 1}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
      `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${SIZE}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>` +
      '</xdr:pic><xdr:clientData/></xdr:oneCellAnchor>'
    )
  })
  return `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main">${anchors.join('')}</xdr:wsDr>`
}
