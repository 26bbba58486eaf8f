/** What makes files, as the panels ask for it. */

import type { FormatId } from './formats'
import type { Handout } from './handout'
import type { HandoutSubject } from './handout-of'
import type { PaperOptions, PictureOptions } from './paper'

/** What a reader may choose of a file. */
export interface ExportOptions {
  slideShape: 'wide' | 'classic'
  /** A deck whose masters and layouts are lent. */
  template?: Uint8Array
  picture: PictureOptions
  paper: PaperOptions
  /** Whether the rows of the reader's own layers go into the file, and into the file of a briefing. */
  ownRows: { others: boolean; yulan: boolean }
}

/** A file ready to be saved. */
export interface ExportedFile {
  name: string
  blob: Blob
  /** How many rows of the reader's own data it holds. */
  ownRows?: number
  /** No map could be drawn into it. */
  bare?: boolean
  /** Of a picture that has fewer dots an inch than were asked for, because the machine draws no more. */
  dpi?: number
}

/** An older deck with the statements of today, and what it came to. */
export interface RenewedDeck {
  file: ExportedFile
  /** By their place in the deck, from 1. */
  changed: readonly { no: number; title: string }[]
  /** So many slides say what they said. */
  same: number
  /** Titles of today's pages that the deck has no slide of. */
  missing: readonly string[]
  /** Slides whose pages are no longer there. */
  gone: readonly { no: number; title: string }[]
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
  /** What a file would contain; with the first rows of own layers as tables, if they are asked for. */
  handout: (subject: HandoutSubject, ownRows: boolean) => Promise<Handout>
  /** Rejects with the signal's reason when it is given up. */
  make: (request: ExportRequest) => Promise<ExportedFile>
  /** Lays pages and asks the browser to print them; returns how many. Rejects with the signal's reason. */
  print: (request: ExportRequest) => Promise<number>
  /** Renews a deck of ours; undefined if the file is none. */
  renew: (subject: HandoutSubject, deck: Uint8Array) => Promise<RenewedDeck | undefined>
  /** A small picture of the first map; undefined where there is none. */
  preview: (handout: Handout, signal: AbortSignal) => Promise<Blob | undefined>
}
