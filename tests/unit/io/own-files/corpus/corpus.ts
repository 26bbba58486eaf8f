/** The whole corpus. */
import { binaryFiles } from './binary-files'
import { jsonFiles } from './json-files'
import type { CorpusFile } from './plots'
import { tableFiles } from './table-files'
import { textFiles } from './text-files'
import { xmlFiles } from './xml-files'

/** The files that are made at once; the others are to be waited for. */
export const corpusFiles: readonly CorpusFile[] = [...textFiles(), ...jsonFiles(), ...xmlFiles(), ...binaryFiles()]

/** Returns all files. */
export const allCorpusFiles = async (): Promise<CorpusFile[]> => [...corpusFiles, ...(await tableFiles())]
