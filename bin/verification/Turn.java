package verification;

import command.Json;
import command.Refused;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One question and its answer, read as it comes. */
class Turn {

    private static final int FOUND = 200;
    /** Shorter answers come at once by themselves. */
    private static final long LONG_ENOUGH_MILLISECONDS = 1000;
    private static final int PART = 4;

    private final Site site;
    private final String session;
    private final Options options;
    private final String id = UUID.randomUUID().toString();
    private final List<String> sentences = new ArrayList<>();
    private final ByteArrayOutputStream samples = new ByteArrayOutputStream();
    private Optional<String> heard = Optional.empty();
    private Map<String, Object> timings = Map.of();
    private int rate;
    private long firstMilliseconds;
    private long lastMilliseconds;

    Turn(Site site, String session, Options options) {
        this.site = site;
        this.session = session;
        this.options = options;
    }

    String id() {
        return id;
    }

    /** @param utterance WAV; without, the question is typed */
    String ask(Optional<byte[]> utterance) {
        boolean silent = options.has("no-voice");
        Form form = new Form().with("turnId", id).with("speech", Boolean.toString(!silent));
        utterance.ifPresentOrElse(wav -> form.with(wav), () -> form.with("question", options.question()));
        read(form);
        if (utterance.isPresent() && heard.filter(text -> !text.isBlank()).isEmpty()) {
            throw new Fault("nothing was heard of the question", "look at the upstream of transcription, and its model");
        }
        if (sentences.isEmpty()) {
            throw new Fault("the answer has no sentence", "look at the upstream of answers, and at the server's log");
        }
        Sound sound = new Sound(Math.max(1, rate), samples.toByteArray());
        if (!silent) {
            sound.requireLoud("the answer");
        }
        return heard.map(text -> "heard \"" + text + "\"; ").orElse("")
                + "%d sentences, %s; ms: %s".formatted(sentences.size(), silent ? "written" : sound, told());
    }

    private String told() {
        return "transcription %d, first word %d, first audio %d, total %d"
                .formatted(timing("transcription"), timing("ttft"), timing("firstAudio"), timing("total"));
    }

    private int timing(String name) {
        return Json.number(timings.get(name));
    }

    /** What the server tells over a while must come over a while. */
    String streamed() {
        int begun = heard.isPresent() ? timing("transcription") : timing("firstSentence");
        long sent = timing("total") - begun;
        long came = lastMilliseconds - firstMilliseconds;
        if (sent < LONG_ENOUGH_MILLISECONDS) {
            throw new Skipped("the answer was told within %d ms, too fast to see it".formatted(sent));
        }
        if (came < sent / PART) {
            throw new Fault(
                    "the events came all at once: within %d ms, though they were sent over %d ms".formatted(came, sent),
                    "the proxy holds answers back: let text/event-stream through as it comes (nginx: proxy_buffering off)");
        }
        return "the first event came %d ms before the last".formatted(came);
    }

    private void read(Form form) {
        HttpResponse<Stream<String>> response = site.send(
                site.inSession(session, "/turns")
                        .setHeader("Accept", "text/event-stream")
                        .header("Content-Type", form.type())
                        .POST(form.body()),
                BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            if (response.statusCode() != FOUND) {
                byte[] body = String.join("\n", lines.toList()).getBytes(StandardCharsets.UTF_8);
                throw Refusals.of("POST /turns", new Reply(response.statusCode(), response.headers(), body));
            }
            Events events = new Events();
            lines.forEach(events::line);
            events.requireEnd();
        } catch (UncheckedIOException broken) {
            throw new Fault(
                    "the answer broke off: " + broken.getCause().getMessage(),
                    "look at the proxy's time limits (nginx: proxy_read_timeout) and at the server's log");
        }
    }

    private final class Events {

        private String name = "";
        private boolean over;

        void line(String line) {
            if (line.startsWith("event: ")) {
                name = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                lastMilliseconds = System.nanoTime() / 1_000_000;
                firstMilliseconds = firstMilliseconds == 0 ? lastMilliseconds : firstMilliseconds;
                event(Json.read(line.substring("data: ".length())));
            }
        }

        private void event(Map<String, Object> data) {
            switch (name) {
                case "transcript" -> heard = Optional.of(Json.text(data.get("text")));
                case "sentence" -> sentences.add(Json.text(data.get("text")));
                case "audio" -> {
                    rate = Json.number(data.get("rate"));
                    samples.writeBytes(decoded(Json.text(data.get("data"))));
                }
                case "unspoken" -> throw Refusals.named("the answer's speech", Json.text(data.get("problem")));
                case "error" -> throw Refusals.of("the answer", data);
                case "done" -> {
                    over = true;
                    timings = Json.object(data.get("timings"));
                }
                default -> {
                    // told to newer clients
                }
            }
        }

        private byte[] decoded(String base64) {
            try {
                return Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException malformed) {
                throw new Refused("sound that is no base64");
            }
        }

        void requireEnd() {
            if (!over) {
                throw new Fault(
                        "the answer ended without its end", "look at the proxy's time limits and at the server's log");
            }
        }
    }
}
