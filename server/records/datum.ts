/** A position in degrees. */
export interface Position {
  readonly lon: number
  readonly lat: number
}

/**
 * The WGS 84 position of one given in another datum, to six decimals (about 0.1 m). CGCS2000 agrees with
 * WGS 84 within decimetres and is taken as it is. GCJ-02 is the offset that maps published in China carry
 * by rule (the public form of the state's plug-in, on the ellipsoid of Krasovsky 1940); BD-09 is a second
 * offset upon it. Neither has a closed inverse: it is found by going back as far as the way there went off.
 */
export function toWgs84(position: Position, datum: string): Position {
  if (datum === 'GCJ02') return rounded(inverse(position, gcj02))
  if (datum === 'BD09') return rounded(inverse(position, (one) => bd09(gcj02(one))))
  return position
}

/** WGS 84 to another datum: what maps of that datum would show. */
export function fromWgs84(position: Position, datum: string): Position {
  if (datum === 'GCJ02') return rounded(gcj02(position))
  if (datum === 'BD09') return rounded(bd09(gcj02(position)))
  return position
}

function inverse(given: Position, forward: (position: Position) => Position): Position {
  let guess = given
  for (let round = 0; round < 20; round++) {
    const shown = forward(guess)
    guess = { lon: guess.lon + given.lon - shown.lon, lat: guess.lat + given.lat - shown.lat }
  }
  return guess
}

const AXIS = 6_378_245 // metres, Krasovsky 1940
const ECCENTRICITY = 0.006_693_421_622_965_943 // squared, as published with the offset

function gcj02({ lon, lat }: Position): Position {
  const [x, y] = [lon - 105, lat - 35]
  const latitude = (lat * Math.PI) / 180
  const bulge = 1 - ECCENTRICITY * Math.sin(latitude) ** 2
  const perLat = (((AXIS * (1 - ECCENTRICITY)) / bulge ** 1.5) * Math.PI) / 180
  const perLon = ((AXIS / Math.sqrt(bulge)) * Math.cos(latitude) * Math.PI) / 180
  return { lon: lon + metresEast(x, y) / perLon, lat: lat + metresNorth(x, y) / perLat }
}

function metresNorth(x: number, y: number): number {
  const plane = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
  return plane + ripple(x) + waves(y, 160, 320)
}

function metresEast(x: number, y: number): number {
  const plane = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
  return plane + ripple(x) + waves(x, 150, 300)
}

const ripple = (x: number) => ((20 * sine(6 * x) + 20 * sine(2 * x)) * 2) / 3

function waves(at: number, long: number, longest: number): number {
  const short = 20 * sine(at) + 40 * sine(at / 3)
  return ((short + long * sine(at / 12) + longest * sine(at / 30)) * 2) / 3
}

const sine = (halfTurns: number) => Math.sin(halfTurns * Math.PI)

const BAIDU_TURN = (Math.PI * 3000) / 180

function bd09({ lon, lat }: Position): Position {
  const radius = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * BAIDU_TURN)
  const angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BAIDU_TURN)
  return { lon: radius * Math.cos(angle) + 0.0065, lat: radius * Math.sin(angle) + 0.006 }
}

const rounded = ({ lon, lat }: Position): Position => ({
  lon: Number(lon.toFixed(6)),
  lat: Number(lat.toFixed(6)),
})
