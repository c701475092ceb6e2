import { terms } from './term.ts'

// Places that people know and name: a list by distance can begin at them.

/** What a register of places may say; stations have a register of their own. */
export const registeredPlaceKinds = terms({
  DIVISION: {
    zh: '区划',
    en: 'Division',
    note: 'hub; the seat of a city or county, or a point inside it',
    aliases: ['县区', '市'],
  },
  TOWN: { zh: '镇街', en: 'Town or street office', note: 'hub', aliases: ['乡镇', '街道'] },
  VILLAGE: { zh: '村社区', en: 'Village or community', note: 'hub', aliases: ['村', '社区'] },
  LANDMARK: { zh: '地标', en: 'Landmark', note: 'hub', aliases: ['景点', '地点'] },
})

export const placeKinds = terms({
  ...registeredPlaceKinds,
  STATION: { zh: '站点', en: 'Station', note: 'hub; a station whose position is exact' },
})

export const placeFields = terms({
  number: { zh: '地点编号', en: 'Place number' },
  name: { zh: '地点名称', en: 'Place name' },
  nameEn: { zh: '英文名称', en: 'English name' },
  aliases: { zh: '又名', en: 'Also called', aliases: ['别名'] },
  kind: { zh: '地点类别', en: 'Kind of place' },
  region: { zh: '所在区划', en: 'Region', aliases: ['区划代码'] },
  longitude: { zh: '经度', en: 'Longitude' },
  latitude: { zh: '纬度', en: 'Latitude' },
  datumGiven: { zh: '坐标系', en: 'Datum' },
  locationPrecision: {
    zh: '定位精度',
    en: 'Location precision',
    note: 'TOWNSHIP: within about a kilometre; COUNTY: one point for a whole county',
  },
  source: {
    zh: '坐标来源',
    en: 'Source of the position',
    note: 'to be named wherever the place is shown',
  },
  licence: { zh: '许可', en: 'Licence', note: 'of the position' },
  note: { zh: '说明', en: 'Note', aliases: ['备注'] },
})
