/** The part of the search that loads on first use. */

export { searchOwn } from '../../model/own-data/search'
export { searchIndexInPieces } from '../../model/search/index-record'
export { longestQuery, search } from '../../model/search/search'
