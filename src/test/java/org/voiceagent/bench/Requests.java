package org.voiceagent.bench;

import java.net.URI;
import java.util.List;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.audio.Wav;

/** Writes the calls a widget makes. */
final class Requests {

    private static final String BOUNDARY = "----bench";
    private static final int RATE = 16_000;
    private static final int SECONDS = 3;
    private static final double HUM = 2 * Math.PI * 220 / RATE;
    private static final double SYLLABLES = 2 * Math.PI * 3 / RATE;

    private final String host;
    private final byte[] utterance = utterance();

    Requests(URI server) {
        this.host = server.getAuthority();
    }

    /** Three seconds of a hum that swells and fades as speech does; the upstream does not listen. */
    private static byte[] utterance() {
        short[] samples = new short[RATE * SECONDS];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (8000 * Math.sin(HUM * i) * Math.max(0, Math.sin(SYLLABLES * i)));
        }
        return Wav.bytes(new AudioClip(RATE, samples));
    }

    byte[] config() {
        return UpstreamText.bytes("GET /api/voice-agent/config HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    }

    byte[] session() {
        return post("/sessions", "application/json", "application/json", UpstreamText.bytes("{}"));
    }

    byte[] chat(String session, String question) {
        return post("/chat", "application/json", "application/json", asked(session, question));
    }

    byte[] streamedChat(String session, String question) {
        return post("/chat", "application/json", "text/event-stream", asked(session, question));
    }

    private static byte[] asked(String session, String question) {
        return UpstreamText.bytes("{\"question\":\"" + question + "\",\"sessionId\":\"" + session + "\"}");
    }

    byte[] spokenTurn(String session) {
        String before = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"sessionId\"\r\n\r\n" + session
                + "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"audio\"; filename=\"a.wav\"\r\n"
                + "Content-Type: audio/wav\r\n\r\n";
        byte[] body = UpstreamText.joined(
                List.of(UpstreamText.bytes(before), utterance, UpstreamText.bytes("\r\n--" + BOUNDARY + "--\r\n")));
        return post("/turns", "multipart/form-data; boundary=" + BOUNDARY, "text/event-stream", body);
    }

    private byte[] post(String path, String type, String accepted, byte[] body) {
        String head = "POST /api/voice-agent" + path + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: " + type
                + "\r\nAccept: " + accepted + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        return UpstreamText.joined(List.of(UpstreamText.bytes(head), body));
    }
}
