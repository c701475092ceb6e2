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

interface Drawing {
  readonly width: number
  readonly height: number
  readonly title: string
  /** A file of its own and not a part of a page, which says how large it is. */
  readonly isAlone?: boolean
  /** Has more room than other drawings. */
  readonly isWide?: boolean
}

/** The drawing itself, with its title for those who do not see it. */
export function drawing(
  { width, height, title, isAlone, isWide }: Drawing,
  ...inside: string[]
): string {
  return tag(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, role: 'img' },
      ...(isWide ? { class: 'wide' } : {}),
      ...(isAlone ? { width, height } : {}), // a picture without a size has none in some browsers
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

/**
 * A bar from zero; dashes where nothing was reported, dots where it is withheld: neither is a bar of no length.
 * What no code stands for is drawn hollow.
 */
export function bar(
  { code, value, status }: { code: string; value: number | null; status: string },
  { y, width, height, most }: { y: number; width: number; height: number; most: number },
): string {
  if (value === null) {
    const dashes = status === 'SUPPRESSED' ? '2 8' : '12 8'
    const middle = y + height / 2
    const line = { x1: 0, y1: middle, x2: width, y2: middle, stroke: INK.soft, 'stroke-width': 2 }
    return tag('line', { class: 'missing', ...line, 'stroke-dasharray': dashes })
  }
  const long = Math.max(value > 0 ? 3 : 1, (value / most) * width)
  const size = { x: 0, y, width: long.toFixed(1), height }
  const isRest = code === 'NONE'
  const look = { fill: isRest ? 'none' : INK.bar, stroke: isRest ? INK.bar : undefined }
  return tag('rect', { class: isRest ? 'rest' : 'amount', ...size, ...look })
}

/** A drawing with what a page would say beside it, for those who take it elsewhere. */
export function alone(
  svg: string,
  said: { headline: string; name: string; source: string },
): string {
  const [, width = '640', height = '200'] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  const [wide, high] = [Number(width), Number(height)]
  const heads = lines(said.headline, 20, wide)
  const names = lines(said.name, 15, wide)
  const top = 18 + heads.length * 28 + names.length * 22
  const inside = svg.replace('<svg ', `<svg y="${top}" width="${wide}" height="${high}" `)
  const size = { width: wide + 2 * MARGIN, height: top + high + 44 }
  return drawing(
    { ...size, title: `${said.name}: ${said.headline}`, isAlone: true },
    tag('rect', { width: size.width, height: size.height, fill: '#fff' }),
    tag(
      'g',
      { transform: `translate(${MARGIN} 0)` },
      ...heads.map((one, i) => words(0, 32 + i * 28, one, { size: 20, anchor: 'start' })),
      ...names.map((one, i) =>
        words(0, 28 + heads.length * 28 + i * 22, one, { anchor: 'start', kind: 'soft' }),
      ),
      inside,
      words(0, top + high + 28, said.source, { size: 13, anchor: 'start', kind: 'soft' }),
    ),
  )
}

const MARGIN = 16

/** A text in lines that fit: a Chinese character is as wide as its size, a letter about half of that. */
export function lines(text: string, size: number, width: number): string[] {
  const found: string[] = []
  let line = ''
  let long = 0
  for (const piece of text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? []) {
    const own = /[\u2e80-\uffff]/.test(piece) ? size : piece.length * size * 0.53
    if (long + own > width && line !== '') {
      found.push(line.trimEnd())
      line = ''
      long = 0
    }
    line += piece
    long += own
  }
  return [...found, line.trimEnd()].filter((one) => one !== '')
}
