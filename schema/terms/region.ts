import { terms } from './term.ts'

// Places: division levels, datums and how exactly a position is known.

export const regionLevels = terms({
  PROVINCE: { zh: '省', en: 'Province', clause: 'Z19' },
  CITY: { zh: '市', en: 'City', clause: 'ZJ16' },
  COUNTY: { zh: '县(市、区)', en: 'County', clause: 'ZJ16' },
  TOWNSHIP: { zh: '乡镇(街道)', en: 'Township', clause: 'ZJ16' },
  VILLAGE: { zh: '村(居委会)', en: 'Village / community', clause: 'ZJ16' },
})

export const datums = terms({
  WGS84: { zh: 'WGS-84', en: 'WGS 84 (EPSG:4326)' },
  CGCS2000: { zh: '2000国家大地坐标系', en: 'CGCS2000 (EPSG:4490)' },
  GCJ02: { zh: 'GCJ-02（高德、腾讯）', en: 'GCJ-02' },
  BD09: { zh: 'BD-09（百度）', en: 'BD-09' },
})

export const locationPrecisions = terms({
  ROOFTOP: { zh: '建筑', en: 'Building' },
  STREET: { zh: '街道门牌附近', en: 'Street' },
  TOWNSHIP: { zh: '乡镇街道', en: 'Township' },
  COUNTY: { zh: '县区', en: 'County' },
  NONE: { zh: '无位置', en: 'None' },
})

export const lines = terms({
  UNITS: { zh: '市直单位', en: 'city units', note: 'hub' },
  COLLEGES: { zh: '高等学校', en: 'colleges', clause: 'Z19-18' },
})
