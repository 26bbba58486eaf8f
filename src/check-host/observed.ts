/** What was seen of a host, before it is judged. Pure. */
import type { FileList, ListedFile } from './file-list'
import type { Reply } from './reply'

/** A path below the site's address, and what it was answered with. */
export interface Answered {
  path: string
  reply: Reply
}

/** An archive asked for its first hundred bytes, by an asker that takes no compression and by one that does. */
export interface Archive {
  /** Below the site's address, or the whole address of one elsewhere. */
  path: string
  /** Undefined where no list tells. */
  bytes: number | undefined
  plain: Reply
  compressed: Reply
}

/** Everything that the rules judge. */
export interface Observed {
  /** The site's address, with its last slash. */
  address: string
  page: Reply
  /** Undefined where the host has none. */
  list: FileList | undefined
  /** Every listed file, asked for its head only. */
  files: readonly { file: ListedFile; reply: Reply }[]
  /** The largest text of each sort, asked for compressed. */
  texts: readonly { file: ListedFile; reply: Reply }[]
  /** The site's largest archive, and one elsewhere if there is one to check. */
  archives: readonly Archive[]
  /** Addresses at which nothing is. */
  missing: readonly Answered[]
  /** Folders whose page must come without its file name. */
  folders: readonly Answered[]
  /** The preview image that a page names, and what its address was answered with where it is of this site. */
  previews: readonly { path: string; image: string; reply: Reply | undefined }[]
}
