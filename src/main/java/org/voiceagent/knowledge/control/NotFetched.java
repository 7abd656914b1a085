package org.voiceagent.knowledge.control;

/** A page, a sitemap or a robots.txt was not fetched; the message is a sentence that says why. */
final class NotFetched extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotFetched(String why) {
        super(why, null, false, false);
    }
}
