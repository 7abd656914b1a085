package org.voiceagent.it;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Server-sent events. */
final class Events {

    record Event(String name, JsonObject data) {}

    private Events() {}

    /** A stream that is read while it comes. */
    static BufferedReader live(Calls server, HttpRequest.Builder request) {
        InputStream events = server.send(request, BodyHandlers.ofInputStream()).body();
        return new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8));
    }

    /** Reads until so many sentences have been told. */
    static void awaitSentences(BufferedReader events, int count) throws IOException {
        for (int told = 0; told < count; ) {
            String line = events.readLine();
            if (line == null) {
                throw new EOFException("the stream ended after " + told + " sentences");
            }
            told += "event: sentence".equals(line) ? 1 : 0;
        }
    }

    static List<Event> of(String stream) {
        List<Event> events = new ArrayList<>();
        for (String block : stream.split("\n\n")) {
            String name = "";
            StringBuilder data = new StringBuilder();
            for (String line : block.split("\n")) {
                if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring("data: ".length()));
                }
            }
            if (!name.isEmpty()) {
                events.add(new Event(name, Calls.object(data.toString())));
            }
        }
        return events;
    }
}
