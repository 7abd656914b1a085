package org.voiceagent.knowledge.control;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a server answered.
 *
 * @param at whose answer it is, after redirects
 * @param headers all of a name
 * @param body of a success; else empty
 */
record WebAnswer(URI at, int status, Function<String, List<String>> headers, byte[] body) {

    private static final int PER_CLASS = 100;
    private static final int SUCCESS = 2;
    private static final int CLIENT_ERROR = 4;
    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);
    private static final int NOT_MODIFIED = 304;
    private static final List<Integer> GONE = List.of(404, 410);

    /** Too many requests, and not now: a host that says so is left alone. */
    private static final List<Integer> TOO_MUCH = List.of(429, 503);

    static boolean succeeds(int status) {
        return status / PER_CLASS == SUCCESS;
    }

    boolean succeeded() {
        return succeeds(status);
    }

    boolean refused() {
        return status / PER_CLASS == CLIENT_ERROR && !tooMuch();
    }

    boolean redirects() {
        return REDIRECTS.contains(status);
    }

    boolean notModified() {
        return status == NOT_MODIFIED;
    }

    boolean gone() {
        return GONE.contains(status);
    }

    boolean tooMuch() {
        return TOO_MUCH.contains(status);
    }

    Optional<String> header(String name) {
        return headers.apply(name).stream().findFirst();
    }
}
