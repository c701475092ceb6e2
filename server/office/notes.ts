import { position } from './address.ts'

// The yellow boxes of comments are drawn in VML, which Excel writes as text rather than as XML:
// so it is treated as text here.

/** Adds a hidden box for each comment, by cell; the box opens when the mouse rests on the cell. */
export function addNotes(vml: string, texts: ReadonlyMap<string, string>): string {
  let id = Math.max(FIRST_ID - 1, ...shapeIds(vml))
  const type = vml.includes('id="_x0000_t202"') ? '' : SHAPE_TYPE
  const shapes = [...texts].map(([place, text]) => noteXml(++id, place, text))
  const end = vml.lastIndexOf('</xml>')
  return vml.slice(0, end) + type + shapes.join('') + vml.slice(end)
}

export function removeNotes(vml: string, places: ReadonlySet<string>): string {
  const keys = new Set([...places].map((place) => position(place)).map(keyOf))
  return vml.replace(/<v:shape\b[\s\S]*?<\/v:shape>/g, (shape) => {
    const row = Number(/<x:Row>\s*(\d+)/.exec(shape)?.[1] ?? -1) + 1
    const column = Number(/<x:Column>\s*(\d+)/.exec(shape)?.[1] ?? -1) + 1
    return keys.has(keyOf({ row, column })) ? '' : shape
  })
}

const FIRST_ID = 1025 // Excel numbers shapes in blocks of 1024; block 1 is named below
const SHAPE_TYPE = `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" \
path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>\
<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

export const NO_NOTES = `<xml xmlns:v="urn:schemas-microsoft-com:vml" \
xmlns:o="urn:schemas-microsoft-com:office:office" \
xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">\
<o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>`

function shapeIds(vml: string): number[] {
  return [...vml.matchAll(/id="_x0000_s(\d+)"/g)].map((match) => Number(match[1]))
}

function keyOf({ row, column }: { row: number; column: number }): string {
  return `${row}:${column}`
}

function noteXml(id: number, place: string, text: string): string {
  const { row, column } = position(place)
  const lines = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 24), 0)
  const height = Math.min(20, Math.max(4, lines + 1))
  const anchor = [column, 15, Math.max(0, row - 2), 10, column + 4, 15, row - 2 + height, 4]
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;\
margin-left:80pt;margin-top:5pt;width:220pt;height:${height * 15}pt;z-index:${id};\
visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>\
<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>\
<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>\
<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>\
<x:Anchor>${anchor.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill>\
<x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
}
