/** The part of the search that loads on first use. */
export { search } from '../../model/search'
export { buildSearchIndex } from '../../model/search-index'
