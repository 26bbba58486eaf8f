/** Parts of the application that come in chunks of their own, when they do not come. */

/** A part of the application that did not come. */
export class PartError extends Error {}

/** What the server has now under the page's address: the `same` build, `another`, or it is `unreachable`. */
export type Deployment = 'same' | 'another' | 'unreachable'
