interface Position {
  readonly lat: number
  readonly lon: number
}

// The offset of maps published in China, as the hub reckons it (server/records/datum.ts): a test holds the two together.

const AXIS = 6_378_245 // metres, Krasovsky 1940
const ECCENTRICITY = 0.006_693_421_622_965_943

/** Where a map in GCJ-02 shows a position of WGS 84. */
export function gcj02({ lon, lat }: Position): Position {
  const [x, y] = [lon - 105, lat - 35]
  const latitude = (lat * Math.PI) / 180
  const bulge = 1 - ECCENTRICITY * Math.sin(latitude) ** 2
  const perLat = (((AXIS * (1 - ECCENTRICITY)) / bulge ** 1.5) * Math.PI) / 180
  const perLon = ((AXIS / Math.sqrt(bulge)) * Math.cos(latitude) * Math.PI) / 180
  const both = ((20 * sine(6 * x) + 20 * sine(2 * x)) * 2) / 3
  const root = Math.sqrt(Math.abs(x))
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
  return {
    lon: lon + (east + both + waves(x, 150, 300)) / perLon,
    lat: lat + (north + both + waves(y, 160, 320)) / perLat,
  }
}

/** The position of WGS 84 that a map in GCJ-02 shows there; found by going back as far as the way there went off. */
export function wgs84(shown: Position): Position {
  let guess = shown
  for (let round = 0; round < 5; round++) {
    const there = gcj02(guess)
    guess = { lon: guess.lon + shown.lon - there.lon, lat: guess.lat + shown.lat - there.lat }
  }
  return guess
}

function waves(at: number, long: number, longest: number): number {
  const short = 20 * sine(at) + 40 * sine(at / 3)
  return ((short + long * sine(at / 12) + longest * sine(at / 30)) * 2) / 3
}

const sine = (halfTurns: number) => Math.sin(halfTurns * Math.PI)
