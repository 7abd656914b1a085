const FOLDER = '/voice-agent/';

/**
 * The URL of the web application that serves this script: under any context root, on any origin, and from the address of
 * a release as well as from the one that always is the newest.
 */
export function applicationRoot(script) {
  const url = new URL(script);
  return new URL(url.pathname.slice(0, url.pathname.lastIndexOf(FOLDER) + 1), url);
}
