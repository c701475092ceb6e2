/** The folder of real content, whose names and places the demonstration refers to. */
export const REAL = new URL('../../seeds/real/', import.meta.url)
