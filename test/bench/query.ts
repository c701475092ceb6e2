/** A hundred stations with their region, its city, and their operator. */
export const NESTED = `query ($region: String!) { stations(filter: { region: $region }, first: 100) { nodes {
  id name address openingHours amenities accessible locationPrecision
  location { lat lon }
  region { code name parent { code name } }
  operator { id name type }
} } }`

export const REGION = '440800'
