import { describe, expect, it } from 'vitest'
import { barChart } from '../../portal/lib/barchart.ts'
import { headline, type Mark } from '../../portal/lib/marks.ts'
import { alone } from '../../portal/lib/svg.ts'
import { tileMap } from '../../portal/lib/tilemap.ts'

const mark = (label: string, value: number | null, status = 'OBSERVED'): Mark => ({
  ...{ code: label, label, value, status, qualifier: 'EXACT', unit: '人次' },
})
const MARKS = [
  mark('端州区', 60),
  mark('鼎湖区', 0),
  mark('高要区', null, 'NOT_REPORTED'),
  mark('四会市', null, 'SUPPRESSED'),
]

describe('a chart', () => {
  it('says what is the most, its share, and how many are not known', () => {
    expect(headline(MARKS, 120, 'zh')).toBe('端州区最多：60人次，占50%；1处未报；1处不公布')
    expect(headline(MARKS, null, 'en')).toBe(
      '端州区 has the most: 60 人次; 1 not reported; 1 withheld',
    )
    expect(headline([mark('端州区', 0)], 0, 'zh')).toBe('')
  })

  it('draws zero, not reported and withheld each in its own way', () => {
    const places = MARKS.map((one, i) => ({ ...one, centre: { lat: 23 - i, lon: 112 } }))
    const map = tileMap(places, '地图', 'zh')
    expect(map.match(/<circle[^>]*class="(\w+)"/g)?.length).toBe(4)
    expect(map).toContain('r="1.5"')
    expect(map).toContain('stroke-dasharray="4 4"')
    expect(map).toContain('<line x1=')
    const bars = barChart(MARKS, '柱图', 'zh')
    expect(bars.match(/<rect /g)).toHaveLength(2)
    expect(bars).toContain('stroke-dasharray="12 8"')
    expect(bars).toContain('stroke-dasharray="2 8"')
    expect(bars).toContain('>未报<')
    expect(bars).toContain('>不公布<')
  })

  it('draws dots whose area goes with the number', () => {
    const centre = { lat: 23, lon: 112 }
    const places = [mark('a', 400), mark('b', 100)].map((one) => ({ ...one, centre }))
    const radii = [...tileMap(places, '', 'zh').matchAll(/ r="([\d.]+)"/g)].map(([, r]) =>
      Number(r),
    )
    expect(radii).toEqual([40, 20])
  })

  it('names what is missing by its own word', () => {
    expect(headline(MARKS, null, 'zh', undefined, '类')).toBe(
      '端州区最多：60人次；1类未报；1类不公布',
    )
  })

  it('has no more than two columns of tiles, and larger words, where large text is asked for', () => {
    const places = MARKS.map((one) => ({ ...one, centre: null }))
    expect(tileMap(places, '', 'zh')).toContain('viewBox="0 0 480 344"')
    expect(tileMap(places, '', 'zh', true)).toContain('viewBox="0 0 320 344"')
  })

  it('breaks a long text where it stands alone, and says how large it is', () => {
    const said = {
      headline: '端州区最多'.repeat(12),
      name: 'A long name '.repeat(12),
      source: '来源',
    }
    const svg = alone(barChart(MARKS, '柱图', 'zh'), said)
    const lines = [...svg.matchAll(/<text[^>]*font-size="20"[^>]*>([^<]*)</g)].map(([, one]) => one)
    expect(lines).toHaveLength(3)
    expect(lines.join('')).toBe(said.headline)
    expect(svg).toMatch(/^<svg [^>]*width="512" height="\d+"/)
  })

  it('takes names as text and never as markup', () => {
    expect(barChart([mark('<b>"&', 1)], '<script>', 'zh')).not.toMatch(/<b>|<script>/)
  })
})
