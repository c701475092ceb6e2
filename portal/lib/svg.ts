type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element of a drawing as text: the same drawing stands in pages and at an address of its own. */
export function tag(name: string, attributes: Attributes = {}, ...inside: string[]): string {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('')
  return inside.length === 0 ? `<${name}${said}/>` : `<${name}${said}>${inside.join('')}</${name}>`
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** Colours of a drawing that stands alone; in pages the style sheet says others. */
export const INK = {
  ink: '#1c2530',
  soft: '#4b5563',
  bar: '#3c668f',
  line: '#7d7767',
  track: '#f1ede3',
}

const FONT = 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC, system-ui, sans-serif'

/** The drawing itself, with its title for those who do not see it. */
export function drawing(
  { width, height, title }: { width: number; height: number; title: string },
  ...inside: string[]
): string {
  return tag(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, role: 'img' },
      ...{ 'aria-label': title, focusable: 'false', 'font-family': FONT },
    },
    tag('title', {}, escaped(title)),
    ...inside,
  )
}

export function words(
  x: number,
  y: number,
  text: string,
  { size = 15, anchor = 'middle', kind = 'label' } = {},
): string {
  const fill = kind === 'soft' ? INK.soft : INK.ink
  return tag(
    'text',
    { x, y, class: kind, 'font-size': size, 'text-anchor': anchor, fill },
    escaped(text),
  )
}

/** A drawing with what a page would say beside it, for those who take it elsewhere. */
export function alone(
  svg: string,
  said: { headline: string; name: string; source: string },
): string {
  const [, width = '640', height = '200'] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  const [wide, high] = [Number(width), Number(height)]
  const inside = svg.replace('<svg ', `<svg y="72" width="${wide}" height="${high}" `)
  return drawing(
    { width: wide, height: high + 108, title: `${said.name}: ${said.headline}` },
    words(0, 26, said.headline, { size: 20, anchor: 'start' }),
    words(0, 52, said.name, { size: 15, anchor: 'start', kind: 'soft' }),
    inside,
    words(0, high + 98, said.source, { size: 13, anchor: 'start', kind: 'soft' }),
  )
}
