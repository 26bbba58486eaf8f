/** What makes files, as the panels ask for it. */

import type { FormatId } from './formats'
import type { Handout } from './handout'
import type { HandoutSubject } from './handout-of'

/** What a reader may choose of a file. */
export interface ExportOptions {
  slideShape: 'wide' | 'classic'
  /** A deck whose masters and layouts are lent. */
  template?: Uint8Array
}

/** A file ready to be saved. */
export interface ExportedFile {
  name: string
  blob: Blob
}

/** What is asked of the exporter. */
export interface ExportRequest {
  subject: HandoutSubject
  format: FormatId
  options: ExportOptions
  signal: AbortSignal
  /** How much of the work is done, 0…1. */
  onProgress: (share: number) => void
}

/** Makes files of what is on the page. */
export interface Exporter {
  /** What a file would contain. */
  handout: (subject: HandoutSubject) => Promise<Handout>
  /** Rejects with the signal's reason when it is given up. */
  make: (request: ExportRequest) => Promise<ExportedFile>
}
