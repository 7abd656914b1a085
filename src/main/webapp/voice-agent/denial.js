/** What a visitor can do about it depends on who says no; keys of a browser's answer about the permission. */
const BY_PERMISSION = { granted: 'microphone-failed', prompt: 'microphone-dismissed' };

/**
 * The kind of problem behind "not allowed": the page's own policy (`microphone-forbidden`), which no setting of the visitor
 * changes; a question the visitor has closed (`microphone-dismissed`); the system under the browser (`microphone-failed`); or
 * the browser's settings (`microphone-denied`), which is also said where the browser does not tell.
 */
export async function denial({ policy, permissions } = asked(globalThis)) {
  if (policy?.allowsFeature('microphone') === false) return 'microphone-forbidden';
  const state = await permissions?.query({ name: 'microphone' }).then((permission) => permission.state, () => null);
  return BY_PERMISSION[state] ?? 'microphone-denied';
}

function asked({ document, navigator }) {
  return { policy: document?.permissionsPolicy ?? document?.featurePolicy, permissions: navigator?.permissions };
}
