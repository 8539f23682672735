/**
 * Prints one line to the terminal and ends the process with a failure.
 *
 * @param {string} message what is wrong and what mends it
 * @returns {never}
 */
export function stop(message) {
  console.error(`petarawan: ${message}`);
  process.exit(1);
}
