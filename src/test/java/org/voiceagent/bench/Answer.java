package org.voiceagent.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back for one call; times as {@link System#nanoTime()} tells them.
 *
 * @param status 0 when the connection broke
 * @param firstAudio when the first {@code audio} event was there; 0 for none
 */
record Answer(int status, String body, long sent, long firstAudio, long ended) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final Pattern TYPE = Pattern.compile("\"type\":\"([^\"]+)\"");

    boolean ok() {
        return status >= 200 && status < 300 && !body.contains("event: error") && !body.contains("event: unspoken");
    }

    /** What it failed with: the type of the problem, or else the status. */
    String problem() {
        Matcher type = TYPE.matcher(body);
        return type.find() ? type.group(1) : Integer.toString(status);
    }

    /** From sending the request to the end of the answer. */
    double millis() {
        return (ended - sent) / NANOS_PER_MILLI;
    }

    double millisToFirstAudio() {
        return (firstAudio - sent) / NANOS_PER_MILLI;
    }

    /** The value of a text field, which the answer must have. */
    String field(String name) {
        String before = "\"" + name + "\":\"";
        int start = body.indexOf(before);
        if (start < 0) {
            throw new IllegalStateException("no " + name + " in: " + status + " " + body);
        }
        return body.substring(start + before.length(), body.indexOf('"', start + before.length()));
    }
}
