import { readJson } from './built'

type Pair = [number, number]

interface Figures {
  how: string
  distances: { from: Pair; to: Pair; km: number; azimuth: number }[]
  circles: { center: Pair; radiusMeters: number; km2: number }[]
  rectangles: { west: number; south: number; east: number; north: number; km2: number }[]
  inside: { center: Pair; radiusMeters: number; points: { at: Pair; km: number }[] }
}

/** Geodesic figures computed outside this project; how is written in the file itself. */
export const figures = readJson('./geodesic-figures.json') as Figures
