package org.voiceagent.transcription.control;

import java.time.Duration;
import java.util.Optional;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.audio.AudioReader;
import org.voiceagent.audio.AudioTooLong;
import org.voiceagent.audio.BrokenAudio;
import org.voiceagent.audio.UnknownAudio;
import org.voiceagent.web.BodyTooLarge;
import org.voiceagent.web.Problem;

/**
 * The check of an utterance's bytes: type, length, silence. It costs no model call, so it comes before all that does.
 *
 * @param mostBytes largest upload
 * @param longest longest utterance
 * @param silenceDbfs an utterance whose loudest 30 ms stay under this level is silence, in dB relative to full scale
 */
public record UtteranceReader(int mostBytes, Duration longest, double silenceDbfs) {

    private static final String TAKEN =
            "Send WAV, or Opus in WebM or Ogg. MP4 with AAC, which Safari records, is not taken.";

    /** @throws Problem 413, 415 or 422 that says what is wrong with the bytes */
    public AudioClip read(byte[] bytes) {
        if (bytes.length > mostBytes) {
            throw new BodyTooLarge(mostBytes);
        }
        AudioClip clip = clip(bytes);
        if (clip.loudest() < silenceDbfs || !clip.mayHoldSpeech()) {
            throw noSpeech();
        }
        return clip;
    }

    /** The problem of an utterance in which nobody speaks. */
    public static Problem noSpeech() {
        return new Problem("no-speech", 422, "No speech", "The recording holds silence or noise, but no words.");
    }

    private AudioClip clip(byte[] bytes) {
        try {
            return AudioReader.read(bytes, longest);
        } catch (UnknownAudio unknown) {
            throw refused("unsupported-audio", 415, "Unsupported audio", TAKEN, unknown);
        } catch (BrokenAudio broken) {
            throw refused("broken-audio", 422, "Broken audio", "The audio does not keep to its format.", broken);
        } catch (AudioTooLong tooLong) {
            String detail = "An utterance must not be longer than " + longest.toSeconds() + " seconds.";
            throw refused("duration-exceeded", 422, "Too long", detail, tooLong);
        }
    }

    private static Problem refused(String type, int status, String title, String detail, RuntimeException cause) {
        return new Problem(type, status, title, detail, Optional.empty(), cause);
    }
}
