package org.voiceagent.it;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Server-sent events of a stream that has ended. */
final class Events {

    record Event(String name, JsonObject data) {}

    private Events() {}

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
