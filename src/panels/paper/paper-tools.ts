/** What laying pages asks of others. */
import type { Camera } from '../../../geo/screen/camera'
import type { View } from '../../model/view'
import type { PaperCode } from './blocks'
import type { MarkOf, PaperMap } from './map-block'

/** A map as it is drawn for paper, with where it looks in CSS pixels of its picture. */
export interface DrawnPaperMap extends Omit<PaperMap, 'grid'> {
  camera: Camera
  size: { width: number; height: number }
}

/** What laying pages asks of others. */
export interface PaperTools {
  draw: (view: View, room: { width: number; height: number }, title: string) => Promise<DrawnPaperMap>
  markOf: MarkOf
  codeOf: (link: string) => PaperCode
  texts: {
    pageOf: (page: number, pages: number) => string
    rest: (count: number) => string
    outside: string
    legend: string
    ownData: string
    link: (link: string) => string
  }
  signal: AbortSignal
  onProgress: (share: number) => void
}
