package org.voiceagent.conversation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.conversation.entity.Asked;
import org.voiceagent.conversation.entity.Fingerprint;
import org.voiceagent.conversation.entity.Mode;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnEvent;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.conversation.entity.TurnRequest;

/** Whose speech is kept, where somebody keeps it. */
class TurnSoundTest {

    private static final Question WHEN = new Question("When?", 1);
    private static final Entry ADMITTED = new Entry.Admitted(1, List.of(), Preferences.NONE, null);

    private final List<byte[]> kept = new ArrayList<>();
    private final TurnSound sound = new TurnSound((session, turn) -> Optional.of(new Keeping()));

    private int keptOf(Entry entry, Asked asked, Optional<List<Message>> history) {
        TurnRequest request =
                new TurnRequest(new SessionRef("s"), TurnId.mint(), asked, history, true, "127.0.0.1", Mode.TURNS);
        RunningTurn running = new RunningTurn(request, entry, asked.question(), new TurnStopwatch());
        try (KeptSpeech speech = sound.spoken(running, event -> {})) {
            speech.accept(new TurnEvent.Audio(0, 0, true, 16_000, new byte[2]));
        }
        return kept.size();
    }

    @Test
    void the_speech_of_an_answer_is_kept() {
        assertEquals(1, keptOf(ADMITTED, Asked.written(WHEN), Optional.empty()));
    }

    @Test
    void of_an_answer_that_another_member_began_to_tell_there_is_only_half() {
        Fingerprint print = Fingerprint.of(List.of("When?"));
        assertEquals(0, keptOf(ADMITTED, Asked.again(WHEN, print, List.of("At nine.")), Optional.empty()));
        assertEquals(1, keptOf(ADMITTED, Asked.again(WHEN, print, List.of()), Optional.empty()));
    }

    @Test
    void nothing_is_kept_of_what_is_told_again_or_kept_by_the_page() {
        assertEquals(0, keptOf(new Entry.Before(null), Asked.written(WHEN), Optional.empty()));
        assertEquals(0, keptOf(ADMITTED, Asked.written(WHEN), Optional.of(List.of())));
    }

    private final class Keeping implements KeptSound {

        @Override
        public void utterance(byte[] file) {
            kept.add(file);
        }

        @Override
        public void speech(int rate, byte[] pcm) {
            kept.add(pcm);
        }

        @Override
        public void close() {
            // all is kept
        }
    }
}
