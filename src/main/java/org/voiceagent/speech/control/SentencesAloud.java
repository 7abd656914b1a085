package org.voiceagent.speech.control;

import java.util.Iterator;
import java.util.List;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.speech.entity.SpeechRequest;

/** Sentences one after another as one stream. */
final class SentencesAloud implements SpeechStream {

    private final Synthesizer synthesizer;
    private final SpeechRequest request;
    private final Iterator<String> sentences;
    private SpeechStream current;
    private int billedBefore;

    /** @param sentences at least one; the first one is begun at once */
    SentencesAloud(Synthesizer synthesizer, SpeechRequest request, List<String> sentences) {
        this.synthesizer = synthesizer;
        this.request = request;
        this.sentences = sentences.iterator();
        this.current = next();
    }

    @Override
    public SpeechFormat format() {
        return current.format();
    }

    @Override
    public int rate() {
        return current.rate();
    }

    @Override
    public int read(byte[] buffer) {
        int count = current.read(buffer);
        while (count < 0 && sentences.hasNext()) {
            current.close();
            billedBefore += current.billedCharacters();
            current = next();
            count = current.read(buffer);
        }
        return count;
    }

    @Override
    public int billedCharacters() {
        return billedBefore + current.billedCharacters();
    }

    @Override
    public void close() {
        current.close();
    }

    private SpeechStream next() {
        return synthesizer.synthesize(new SpeechRequest(sentences.next(), request.delivery(), request.format()));
    }
}
