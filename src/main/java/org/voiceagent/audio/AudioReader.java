package org.voiceagent.audio;

import java.time.Duration;

/** Reads uploaded audio, whatever of the known formats it is in. */
public final class AudioReader {

    static final int RATE = 16_000;

    private AudioReader() {}

    /**
     * The sound in these bytes, mixed to mono: at 16 kHz, the rate that recognisers take,
     * or the WAV's own where that is lower. A file cut off at its end gives what there is of it.
     *
     * @param longest no more than this much sound is decoded
     * @throws UnknownAudio when it is no WAV, WebM or Ogg by its first bytes, or in an encoding other than PCM and Opus
     * @throws BrokenAudio when it does not keep to its format, or holds no sound
     * @throws AudioTooLong when the sound goes on after {@code longest}
     */
    public static AudioClip read(byte[] bytes, Duration longest) {
        AudioFormat format = AudioFormat.of(bytes)
                .orElseThrow(() -> new UnknownAudio("neither WAV nor WebM nor Ogg by its first bytes"));
        return switch (format) {
            case WAV -> Wav.read(bytes, longest, RATE);
            case WEBM -> new WebmReader(bytes, longest).read();
            case OGG -> new OggReader(bytes, longest).read();
        };
    }
}
