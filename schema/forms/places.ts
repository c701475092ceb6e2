import { placeFields as pla, registeredPlaceKinds } from '../terms/place.ts'
import { datums, locationPrecisions } from '../terms/region.ts'
import type { Column, Form } from './form.ts'
import { register } from './registers.ts'

const text = { as: 'text' } as const

/** What a row cannot lack: a place that lies nowhere, or nobody knows whence, is none. */
const needed = { required: true } as const

const columns: readonly Column[] = [
  { field: 'number', term: pla.number, reader: text, ...needed },
  { field: 'name', term: pla.name, reader: text, ...needed },
  { field: 'nameEn', term: pla.nameEn, reader: text },
  { field: 'aliases', term: pla.aliases, reader: { as: 'list' } },
  { field: 'kind', term: pla.kind, reader: { as: 'code', list: registeredPlaceKinds }, ...needed },
  { field: 'region', term: pla.region, reader: { as: 'region' }, ...needed },
  { field: 'lon', term: pla.longitude, reader: { as: 'degrees' }, ...needed },
  { field: 'lat', term: pla.latitude, reader: { as: 'degrees' }, ...needed },
  { field: 'datumGiven', term: pla.datumGiven, reader: { as: 'code', list: datums }, ...needed },
  {
    field: 'locationPrecision',
    term: pla.locationPrecision,
    reader: { as: 'code', list: locationPrecisions },
    ...needed,
  },
  { field: 'source', term: pla.source, reader: text, ...needed },
  { field: 'licence', term: pla.licence, reader: text, ...needed },
  { field: 'note', term: pla.note, reader: text },
]

export const placeForm: Form = register(
  'HUB-PLACES',
  { zh: '地点登记表（平台表单）', en: 'Register of places (hub form)' },
  'place',
  columns,
  ['number', 'name', 'kind'],
)
