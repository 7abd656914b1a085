package org.voiceagent.conversation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.conversation.entity.LiveSettings;

class LiveListeningTest {

    private static final int FRAME_MS = 20;
    private static final LiveSettings SETTINGS = settings(200);

    private final List<Shadow> shadows = new ArrayList<>();
    private final LiveListening listening = listening(SETTINGS);

    /** Counts what was decided about it. */
    private static final class Shadow implements LiveListening.Shadow {

        private final AudioClip utterance;
        private final Duration quiet;
        private int commits;
        private int cancels;
        private boolean givenUp;

        Shadow(AudioClip utterance, Duration quiet) {
            this.utterance = utterance;
            this.quiet = quiet;
        }

        @Override
        public boolean commit() {
            commits += givenUp ? 0 : 1;
            return !givenUp;
        }

        @Override
        public void cancel() {
            cancels++;
        }
    }

    @Test
    void a_shadow_begins_at_a_short_pause_and_is_committed_after_a_long_one() {
        speech(600);
        quiet(180);
        assertEquals(0, shadows.size());
        quiet(40);
        assertEquals(1, shadows.size());
        assertEquals(Duration.ofMillis(200), shadows.get(0).quiet);
        assertEquals(0, shadows.get(0).commits);
        quiet(280);
        assertEquals(1, shadows.get(0).commits);
        quiet(2000);
        assertEquals(1, shadows.size());
    }

    @Test
    void who_goes_on_after_a_pause_has_said_one_utterance() {
        speech(600);
        quiet(300);
        speech(600);
        quiet(500);
        assertEquals(2, shadows.size());
        assertEquals(1, shadows.get(0).cancels);
        assertEquals(1, shadows.get(1).commits);
        long whole = shadows.get(1).utterance.duration().toMillis();
        assertTrue(whole >= 1500 && whole < 2200, "holds both parts: " + whole);
    }

    @Test
    void without_speculation_nothing_begins_before_the_end() {
        LiveListening patient = listening(settings(500));
        hear(patient, 600, true, false);
        hear(patient, 480, false, false);
        assertEquals(0, shadows.size());
        hear(patient, 40, false, false);
        assertEquals(1, shadows.get(0).commits);
    }

    @Test
    void a_word_of_assent_while_the_agent_speaks_is_no_utterance_and_does_not_interrupt() {
        hear(listening, 160, true, true);
        assertFalse(listening.interrupts());
        hear(listening, 1000, false, true);
        assertEquals(0, shadows.size());
        hear(listening, 400, true, true);
        assertTrue(listening.interrupts());
    }

    @Test
    void the_visitors_side_may_end_it_when_it_is_quiet() {
        speech(600);
        listening.suggestEnd();
        assertEquals(0, shadows.size(), "they still speak");
        quiet(40);
        listening.suggestEnd();
        assertEquals(1, shadows.get(0).commits);
    }

    @Test
    void an_utterance_whose_shadow_was_given_up_is_a_turn_all_the_same() {
        speech(600);
        quiet(300);
        shadows.get(0).givenUp = true;
        quiet(300);
        assertEquals(2, shadows.size());
        assertEquals(1, shadows.get(1).commits);
    }

    @Test
    void an_utterance_ends_when_it_is_too_long() {
        speech(11_000);
        assertEquals(1, shadows.size());
        assertEquals(1, shadows.get(0).commits);
    }

    @Test
    void of_1000_random_ways_to_speak_none_leaves_a_shadow_or_commits_one_twice() {
        Random random = new Random(7);
        for (int trace = 0; trace < 1000; trace++) {
            shadows.clear();
            LiveListening one = listening(SETTINGS);
            int utterances = 0;
            boolean spoken = false;
            for (int part = 0; part < 8; part++) {
                hear(one, 200 + random.nextInt(800), true, false);
                spoken = true;
                int quiet = random.nextInt(900);
                hear(one, quiet, false, false);
                // a frame is decided on when it is full
                if (quiet / FRAME_MS * FRAME_MS >= 500) {
                    utterances++;
                    spoken = false;
                }
            }
            one.leave();
            assertEquals(
                    utterances,
                    shadows.stream().mapToInt(shadow -> shadow.commits).sum(),
                    "trace " + trace + (spoken ? ", left while speaking" : ""));
            shadows.forEach(shadow -> assertEquals(1, shadow.commits + shadow.cancels));
        }
    }

    private LiveListening listening(LiveSettings settings) {
        return new LiveListening(settings, (utterance, quiet) -> {
            Shadow shadow = new Shadow(utterance, quiet);
            shadows.add(shadow);
            return shadow;
        });
    }

    private static LiveSettings settings(int pause) {
        return new LiveSettings(
                Duration.ofMillis(500), Duration.ofMillis(pause), Duration.ofMillis(300), Duration.ofSeconds(10), 1);
    }

    private void speech(int millis) {
        hear(listening, millis, true, false);
    }

    private void quiet(int millis) {
        hear(listening, millis, false, false);
    }

    private static void hear(LiveListening listening, int millis, boolean speech, boolean agentSpeaks) {
        int frame = LiveSettings.RATE * FRAME_MS / 1000;
        for (int heard = 0; heard + FRAME_MS <= millis; heard += FRAME_MS) {
            short[] samples = new short[frame];
            for (int i = 0; i < frame; i++) {
                samples[i] = (short) (speech ? 8000 * Math.sin(i * 0.3) : 30 * Math.sin(i * 0.7));
            }
            listening.accept(samples, agentSpeaks);
        }
    }
}
