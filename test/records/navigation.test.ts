import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { navigationTo } from '../../server/records/navigation.ts'

const STATION = {
  nameZh: '示例社区志愿服务站',
  lat: 23.047,
  lon: 112.465,
  locationPrecision: 'STREET',
}
const NAME = '%E7%A4%BA%E4%BE%8B%E7%A4%BE%E5%8C%BA%E5%BF%97%E6%84%BF%E6%9C%8D%E5%8A%A1%E7%AB%99'

describe('The way to a station', () => {
  it('has for each map its own order of coordinates and its own datum', () => {
    expect(navigationTo(STATION)).toEqual({
      amap: `https://uri.amap.com/navigation?to=112.470255,23.044379,${NAME}&mode=walk&coordinate=gaode&callnative=1&src=linzhan`,
      baidu: `https://api.map.baidu.com/direction?destination=latlng%3A23.050376%2C112.476761%7Cname%3A${NAME}&mode=walking&coord_type=bd09ll&output=html&src=linzhan`,
      tencent: `https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=${NAME}&tocoord=23.044379,112.470255&referer=linzhan`,
      apple: `https://maps.apple.com/?daddr=23.044379,112.470255&dirflg=w&q=${NAME}`,
      geo: `geo:23.047,112.465?q=23.047,112.465(${NAME})`,
    })
  })

  it.each(['TOWNSHIP', 'COUNTY', 'NONE'])(
    'is not shown where the position is known to %s at best',
    (locationPrecision) => {
      expect(navigationTo({ ...STATION, locationPrecision })).toBeNull()
      expect(navigationTo({ ...STATION, lat: null })).toBeNull()
    },
  )

  it('leads to the same place whatever signs stand in the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (nameZh) => {
        const links = navigationTo({ ...STATION, nameZh })!
        const [lon, lat, ...amap] = (new URL(links.amap).searchParams.get('to') ?? '').split(',')
        expect([lon, lat, amap.length]).toEqual(['112.470255', '23.044379', 1])
        const baidu = new URL(links.baidu).searchParams.get('destination') ?? ''
        expect(baidu.split('|')).toEqual([
          'latlng:23.050376,112.476761',
          expect.stringMatching(/^name:/),
        ])
        expect(new URL(links.tencent).searchParams.get('tocoord')).toBe('23.044379,112.470255')
        expect(new URL(links.tencent).searchParams.get('to')).toBe(nameZh.toWellFormed())
        expect(links.geo).toMatch(/^geo:23\.047,112\.465\?q=23\.047,112\.465\([\w%.~-]*\)$/)
        expect(Object.values(links).join('')).not.toMatch(/["'<> ]/)
      }),
    )
  })
})
