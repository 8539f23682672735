import { stop } from '../stop.mjs';

const MINIMUM = { major: 20, minor: 19 };

/**
 * Whether a version such as `v20.19.1` is one that Petarawan runs on.
 *
 * @param {string} version
 */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > MINIMUM.major || (major === MINIMUM.major && minor >= MINIMUM.minor);
}

/** Stops unless this Node is new enough. */
export async function ensureNode() {
  if (!isNodeNewEnough(process.version)) {
    stop(
      `Node ${process.version} is too old: install Node ${MINIMUM.major}.${MINIMUM.minor} or newer (https://nodejs.org).`,
    );
  }
}
