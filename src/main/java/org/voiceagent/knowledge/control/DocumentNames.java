package org.voiceagent.knowledge.control;

import java.util.Optional;

/** Names of documents that somebody has made up: of a file, and of nothing that could be taken for a place. */
public final class DocumentNames {

    /** Characters, as file systems take them. */
    private static final int LONGEST = 200;

    private DocumentNames() {}

    /** What a document of this name is written in, as a media type; empty when it is no name of a document. */
    public static Optional<String> mediaType(String name) {
        boolean plain = name.length() <= LONGEST
                && name.equals(name.strip())
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
        return plain ? DocumentFormat.of(name).map(DocumentFormat::mediaType) : Optional.empty();
    }
}
