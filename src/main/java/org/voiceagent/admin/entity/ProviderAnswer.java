package org.voiceagent.admin.entity;

import java.util.Optional;

/**
 * What a browser brings back from the identity provider, or from anybody who pretends to be it.
 *
 * @param state of the attempt it belongs to
 * @param code to be changed for the ID token
 * @param error instead of it
 * @param issuer who says so (RFC 9207)
 */
public record ProviderAnswer(String state, Optional<String> code, Optional<String> error, Optional<String> issuer) {}
