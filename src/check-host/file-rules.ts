/** Rules on the files a host has and what it sends them as. Pure. */
import { endingOf } from './file-list'
import type { Observed } from './observed'
import { type Problem, problemAt } from './problem'
import { grouped, isOk, typeOf } from './reply'
import { servedTypes } from './served-types'

/** The list of the build is there. */
export const listed = ({ list }: Observed) => (list ? [] : problemAt('no-list', ['data/v1/files.json']))

/** Every listed file is there. */
export const present = ({ files }: Observed) =>
  problemAt(
    'missing-file',
    files.filter(({ reply }) => !isOk(reply)).map(({ file }) => file.path),
  )

/** The page is shown, not saved. */
export const notDownloaded = ({ page }: Observed) =>
  /^attachment/i.test(page.headers['content-disposition'] ?? '') ? problemAt('download', ['']) : []

/** Every file has its own type. */
export function typed({ files }: Observed): Problem[] {
  const byEnding = grouped(
    files.filter(({ reply }) => isOk(reply)),
    ({ file }) => endingOf(file.path),
  )
  return [...byEnding].flatMap(([ending, some]) => {
    const types = servedTypes[ending]?.types ?? []
    const wrong = some.filter(({ reply }) => !types.includes(typeOf(reply.headers)))
    const given = wrong.map(({ reply }) => typeOf(reply.headers) || '–')
    return problemAt(
      'type',
      wrong.map(({ file }) => file.path),
      { ending, type: types[0] ?? '?', given: [...new Set(given)].join(' ') },
    )
  })
}

/** A character set in the header goes before the one in the page. */
export function inUtf8({ files }: Observed): Problem[] {
  const setOf = (type = '') => /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1]
  const wrong = files.filter(({ reply }) => !/^utf-?8$/i.test(setOf(reply.headers['content-type']) ?? 'utf-8'))
  return problemAt(
    'charset',
    wrong.map(({ file }) => file.path),
    { given: setOf(wrong[0]?.reply.headers['content-type']) ?? '' },
  )
}

/** The address of a folder opens its page. */
export const foldersOpen = ({ folders }: Observed) =>
  problemAt(
    'folder-index',
    folders.filter(({ reply }) => !isOk(reply) || typeOf(reply.headers) !== 'text/html').map(({ path }) => path),
  )

/** A missing file answered with a page would be read as a script, as data or as a tile. */
export const missingIsMissing = ({ missing }: Observed) =>
  problemAt(
    'fallback',
    missing.filter(({ reply }) => reply.status < 400).map(({ path }) => path),
  )
