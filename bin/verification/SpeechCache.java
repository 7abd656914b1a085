package verification;

import java.util.Locale;

/** Whether what has been said is said again from the cache: seen in a server's own figures. */
class SpeechCache {

    private static final int FOUND = 200;

    private record Counts(double hits, double misses) {}

    private final Site server;
    private final Options options;

    SpeechCache(Site server, Options options) {
        this.server = server;
        this.options = options;
    }

    String check(Speech speech) {
        if (speech.sound().isEmpty()) {
            throw new Skipped("the question was not spoken");
        }
        Counts before = counts();
        speech.from(server);
        Counts after = counts();
        if (after.hits() > before.hits()) {
            return "the same sentence came from the cache";
        }
        if (!options.has("each")) {
            throw new Skipped("another server may have told its figures; name the servers by --each");
        }
        if (after.misses() == before.misses()) {
            throw new Skipped("off (VOICE_CACHE_ENABLED)");
        }
        throw new Fault(
                "a sentence was made anew that had just been said",
                "a larger voice.cache.max-megabytes; the servers have to be one cluster");
    }

    private Counts counts() {
        Reply reply = server.look("/metrics");
        if (reply.status() != FOUND) {
            throw new Skipped("/metrics is not let through here, as it should be; a server itself tells it: --each");
        }
        return new Counts(sum(reply.text(), "hits"), sum(reply.text(), "misses"));
    }

    private static double sum(String metrics, String which) {
        String start = String.format(Locale.ROOT, "voice_agent_cache_%s_total{cache=\"speech\"", which);
        return metrics.lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
