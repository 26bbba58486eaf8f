/** What can be wrong with a host, as a closed set. Pure. */

/** Every kind of problem, and whether it breaks something for readers (`wrong`) or is only worth knowing (`advice`). */
export const problemKinds = {
  'no-page': 'wrong',
  'no-list': 'wrong',
  download: 'wrong',
  'missing-file': 'wrong',
  type: 'wrong',
  charset: 'wrong',
  'folder-index': 'wrong',
  fallback: 'wrong',
  'fallback-kept': 'wrong',
  'stale-page': 'wrong',
  'page-kept': 'wrong',
  'assets-not-kept': 'wrong',
  'not-compressed': 'wrong',
  'no-ranges': 'wrong',
  'ranges-compressed': 'wrong',
  'archive-missing': 'wrong',
  'cors-closed': 'wrong',
  'etag-hidden': 'wrong',
  'policy-conflict': 'wrong',
  'policy-wider': 'advice',
  'policy-missing': 'advice',
  'frame-denied': 'advice',
  'vary-all': 'wrong',
  redirected: 'wrong',
  insecure: 'advice',
  'preview-relative': 'wrong',
  'preview-elsewhere': 'wrong',
  'preview-missing': 'wrong',
} as const satisfies { readonly [kind: string]: 'wrong' | 'advice' }

/** A kind of problem. */
export type ProblemKind = keyof typeof problemKinds

/** Something wrong with a host: the paths it was seen at, and the values its sentence and its mend name. */
export interface Problem {
  kind: ProblemKind
  paths: readonly string[]
  values: { readonly [name: string]: string }
}

/** Returns a list of one problem, or none where no path shows it. */
export const problemAt = (kind: ProblemKind, paths: readonly string[], values: Problem['values'] = {}): Problem[] =>
  paths.length === 0 ? [] : [{ kind, paths, values }]
