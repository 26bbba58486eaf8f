/** Waits for the graphics processor while the page does what it has to do. */

/** How often it is asked. */
const pollMilliseconds = 4
/** Where the processor draws, a map that is moved without end leaves pictures no time: they wait no longer for their turn. */
const longestTurnMilliseconds = 150

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/**
 * Returns once all that a context was told to draw is drawn, while the page goes on: what is asked of it from here on waits
 * for nothing. Rejects if the context is lost.
 */
export async function untilDrawn(graphics: WebGL2RenderingContext): Promise<void> {
  const fence = graphics.fenceSync(graphics.SYNC_GPU_COMMANDS_COMPLETE, 0)
  graphics.flush()
  do {
    await sleep(pollMilliseconds)
    if (graphics.isContextLost()) throw new Error('the graphics context of the pictures was lost')
  } while (fence && graphics.getSyncParameter(fence, graphics.SYNC_STATUS) !== graphics.SIGNALED)
  graphics.deleteSync(fence)
}

/** Returns when the work is done, after 150 ms at the latest. Rejects if the work has by then. */
export const inTurn = (work: Promise<void>): Promise<void> => Promise.race([work, sleep(longestTurnMilliseconds)])
