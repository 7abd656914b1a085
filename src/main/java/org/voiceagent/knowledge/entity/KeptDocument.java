package org.voiceagent.knowledge.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * A document that is kept in the database, without its content.
 *
 * @param id stable: a document of the same kind and name takes the place of the one before; an accepted answer has one of its own
 * @param name of its file, the URL of a page, the question of an accepted answer
 * @param mediaType {@code text/markdown}, {@code text/html}, {@code application/pdf}, or an accepted answer's
 * @param title as visitors read it, where the content does not say it
 * @param url where visitors can read it, before what the content says itself
 * @param language a BCP 47 tag, before what the content says itself
 * @param bytes of its content
 * @param sha256 of its content, in hex
 */
public record KeptDocument(
        String id,
        DocumentKind kind,
        String name,
        String mediaType,
        Optional<String> title,
        Optional<String> url,
        Optional<String> language,
        long bytes,
        String sha256,
        Instant addedAt,
        String addedBy,
        Fetched fetched) {

    public KeptDocument titled(Optional<String> words) {
        return new KeptDocument(
                id, kind, name, mediaType, words, url, language, bytes, sha256, addedAt, addedBy, fetched);
    }

    public KeptDocument at(Optional<String> place) {
        return new KeptDocument(
                id, kind, name, mediaType, title, place, language, bytes, sha256, addedAt, addedBy, fetched);
    }

    public KeptDocument in(Optional<String> tongue) {
        return new KeptDocument(
                id, kind, name, mediaType, title, url, tongue, bytes, sha256, addedAt, addedBy, fetched);
    }

    public KeptDocument fetched(Fetched now) {
        return new KeptDocument(id, kind, name, mediaType, title, url, language, bytes, sha256, addedAt, addedBy, now);
    }
}
