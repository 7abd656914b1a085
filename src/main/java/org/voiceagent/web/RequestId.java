package org.voiceagent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** Names one request in answers and in the log. Always minted here: an id from outside could forge log lines. */
public final class RequestId {

    static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = RequestId.class.getName();

    private RequestId() {}

    /** The same id at every call for one request, error dispatches included. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = "urn:uuid:" + UUID.randomUUID();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
