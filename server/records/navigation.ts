import { fromWgs84 } from './datum.ts'
import type { StationRow } from './station.ts'

/** Links that open a map and lead there; each map has its own datum and its own order of coordinates. */
export interface Navigation {
  readonly amap: string
  readonly baidu: string
  readonly tencent: string
  readonly apple: string
  readonly geo: string
}

type Place = Pick<StationRow, 'nameZh' | 'lat' | 'lon' | 'locationPrecision'>

const CALLER = 'linzhan' // maps ask who sends people to them

/** Null where nobody knows the building or street: a township's centre is no place to lead people to. */
export function navigationTo({ nameZh, lat, lon, locationPrecision }: Place): Navigation | null {
  const exact = locationPrecision === 'ROOFTOP' || locationPrecision === 'STREET'
  if (lat === null || lon === null || !exact) return null
  const wgs = { lat, lon }
  const gcj = fromWgs84(wgs, 'GCJ02')
  const bd = fromWgs84(wgs, 'BD09')
  const name = encode(nameZh)
  const plain = encode(nameZh.replaceAll(/[,|;:()]/g, ' ')) // these part the values of a parameter
  return {
    amap: `https://uri.amap.com/navigation?to=${gcj.lon},${gcj.lat},${plain}&mode=walk&coordinate=gaode&callnative=1&src=${CALLER}`,
    baidu: `https://api.map.baidu.com/direction?destination=${encode(`latlng:${bd.lat},${bd.lon}|name:`)}${plain}&mode=walking&coord_type=bd09ll&output=html&src=${CALLER}`,
    tencent: `https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=${name}&tocoord=${gcj.lat},${gcj.lon}&referer=${CALLER}`,
    apple: `https://maps.apple.com/?daddr=${gcj.lat},${gcj.lon}&dirflg=w&q=${name}`,
    geo: `geo:${lat},${lon}?q=${lat},${lon}(${plain})`,
  }
}

/** Every sign that means something in a URL or in HTML, brackets and quotes among them. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
