package verification;

import command.Json;
import java.util.Map;
import java.util.Optional;

/** The question, made audible by the agent itself. */
class Speech {

    private static final int MADE = 200;

    private final Site site;
    private final String session;
    private final String text;
    private byte[] wav = new byte[0];

    Speech(Site site, String session, String text) {
        this.site = site;
        this.session = session;
        this.text = text;
    }

    String check() {
        byte[] made = from(site);
        Sound sound = Sound.ofWav(made);
        sound.requireLoud("the speech of the question");
        wav = made;
        return "the question is " + sound;
    }

    /** The same text, by another server. */
    byte[] from(Site server) {
        Map<String, Object> wanted = Map.of("text", text, "format", "wav");
        Reply reply = server.send(server.json(
                server.inSession(session, "/speak").setHeader("Accept", "audio/wav"), "POST", Json.write(wanted)));
        if (reply.status() != MADE) {
            throw Refusals.of("the speech", reply);
        }
        return reply.body();
    }

    /** WAV; empty where it was not made. */
    Optional<byte[]> sound() {
        return Optional.of(wav).filter(bytes -> bytes.length > 0);
    }
}
