import { segmentsOf } from './photo.ts'

const WIDEST = 80 // millimetres
const HIGHEST = 60
const UNIT = 36_000 // DrawingML counts in so many parts of a millimetre

/** A picture in the line of the text, as large as fits into 80 by 60 mm. */
export function pictureXml(bytes: Uint8Array, number: number, relation: string): string {
  const { width, height } = sizeOf(bytes)
  const scale = Math.min(WIDEST / width, HIGHEST / height) * UNIT
  const extent = `cx="${Math.round(width * scale)}" cy="${Math.round(height * scale)}"`
  const picture = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
  const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'
  return `<w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" \
distL="0" distR="0"><wp:extent ${extent}/><wp:docPr id="${number}" name="图片 ${number}"/>\
<a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${picture}"><pic:pic xmlns:pic="${picture}">\
<pic:nvPicPr><pic:cNvPr id="${number}" name="图片 ${number}"/><pic:cNvPicPr/></pic:nvPicPr>\
<pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>\
</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`
}

interface Size {
  readonly ending: 'jpeg' | 'png'
  readonly width: number
  readonly height: number
}

/** Of what cannot be told it is taken that it lies on its side, four to three. */
export function sizeOf(bytes: Uint8Array): Size {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes[0] === 0x89 && bytes.length > 24) {
    return { ending: 'png', width: view.getUint32(16) || 4, height: view.getUint32(20) || 3 }
  }
  for (const { marker, start, end } of segmentsOf(bytes)) {
    const isFrame = marker >= 0xc0 && marker <= 0xc2 && end <= bytes.length
    if (!isFrame) continue
    const height = view.getUint16(start + 5) || 3
    return { ending: 'jpeg', width: view.getUint16(start + 7) || 4, height }
  }
  return { ending: 'jpeg', width: 4, height: 3 }
}
