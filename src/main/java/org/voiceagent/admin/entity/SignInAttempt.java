package org.voiceagent.admin.entity;

import java.net.URI;

/**
 * A sign-in that somebody has begun and the identity provider has not answered yet.
 *
 * @param nonce the ID token has to hold it
 * @param verifier whose hash the provider was told (PKCE, RFC 7636)
 * @param back where the provider sends the browser; both of its requests have to name the same
 * @param page of the admin pages, where the way goes on afterwards; what stands behind their {@code #}
 */
public record SignInAttempt(String nonce, String verifier, URI back, String page) {}
