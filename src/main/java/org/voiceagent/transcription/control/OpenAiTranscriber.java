package org.voiceagent.transcription.control;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.voiceagent.audio.Wav;
import org.voiceagent.transcription.entity.Transcript;
import org.voiceagent.transcription.entity.Utterance;
import org.voiceagent.upstream.Upstream;

/**
 * Transcribes by any transcription API compatible with OpenAI's, through a MicroProfile Rest Client.
 *
 * <p>Traps of the connection under such a client: it sends a POST once more by itself when the connection breaks, so a
 * broken one is not tried again here; its one read timeout stands for first byte and silence; and nothing ends it from
 * outside, so a cancelled turn pays for this call to its end, within the limits.
 */
public final class OpenAiTranscriber implements Transcriber {

    private static final int LONGEST_HINT = 800;
    private static final int LETTERS_OF_ISO_639_1 = 2;

    private final Upstream upstream;
    private final Supplier<String> hint;
    private final TranscriptionApiCall call;

    /**
     * @param hint proper names the visitor may say, as plain text; asked for at each call, may be empty. The API reads
     *     224 tokens of it at most.
     */
    public OpenAiTranscriber(Upstream upstream, Supplier<String> hint) {
        this.upstream = upstream;
        this.hint = hint;
        this.call = new TranscriptionApiCall(upstream);
    }

    @Override
    public Optional<Transcript> transcribe(Utterance utterance) {
        TranscriptionForm form = form(utterance);
        byte[] body = form.bytes();
        TranscriptionReply reply = upstream.retrying(left -> call.send(form.contentType(), body, left));
        return reply.text().map(text -> new Transcript(text, utterance.language(), 1));
    }

    @Override
    public String engine() {
        return "openai";
    }

    @Override
    public boolean ready() {
        return true;
    }

    /** What the administrator must mend before this can transcribe; empty when all is well as far as it is known. */
    public Optional<String> complaint() {
        return upstream.complaint();
    }

    private TranscriptionForm form(Utterance utterance) {
        TranscriptionForm form = new TranscriptionForm()
                .field("model", upstream.settings().model())
                .field("response_format", "json")
                .field("temperature", "0");
        String language = Locale.forLanguageTag(utterance.language()).getLanguage();
        if (language.length() == LETTERS_OF_ISO_639_1) {
            form.field("language", language);
        }
        String names = hint.get().strip();
        if (!names.isEmpty()) {
            form.field("prompt", names.substring(0, Math.min(names.length(), LONGEST_HINT)));
        }
        return form.wav("file", Wav.bytes(utterance.audio()));
    }
}
