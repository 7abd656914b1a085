package verification;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Samples of 16 bit, little endian, mono.
 *
 * @param rate samples a second
 */
record Sound(int rate, byte[] samples) {

    private static final int HEAD = 12;
    private static final int CHUNK = 8;
    private static final int RATE = 4;
    private static final int FORMAT = 16;
    private static final double FULL_SCALE = 32_768;
    /** As voice.audio.silence-dbfs: under it nobody speaks. */
    private static final double SILENCE_DBFS = -50;

    /** @throws Fault where it is no WAV */
    static Sound ofWav(byte[] wav) {
        ByteBuffer bytes = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        int rate = 0;
        for (int at = HEAD; at + CHUNK <= wav.length; ) {
            String name = new String(wav, at, RATE, StandardCharsets.US_ASCII);
            // of speech that was sent while it was made the size is not known
            int size = (int) Math.min(Integer.toUnsignedLong(bytes.getInt(at + RATE)), wav.length - at - CHUNK);
            if (name.equals("fmt ") && size >= FORMAT) {
                rate = bytes.getInt(at + CHUNK + RATE);
            } else if (name.equals("data") && rate > 0) {
                byte[] samples = new byte[size];
                bytes.get(at + CHUNK, samples);
                return new Sound(rate, samples);
            }
            at += CHUNK + size;
        }
        throw new Fault("the speech is no WAV but " + wav.length + " bytes", "look at what the proxy does to it");
    }

    void requireLoud(String what) {
        if (samples.length == 0) {
            throw new Fault(what + " has no sound", "look at the server's log and the upstream of speech");
        }
        if (level() < SILENCE_DBFS) {
            throw new Fault(what + " is silence: " + this, "listen to it; look at voice.speech.rate and the upstream of speech");
        }
    }

    double seconds() {
        return samples.length / 2.0 / rate;
    }

    /** Root mean square, in dB relative to full scale. */
    private double level() {
        ByteBuffer bytes = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN);
        double sum = 0;
        for (int at = 0; at + 1 < samples.length; at += 2) {
            double sample = bytes.getShort(at) / FULL_SCALE;
            sum += sample * sample;
        }
        return 10 * Math.log10(sum / Math.max(1, samples.length / 2) + Double.MIN_NORMAL);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f s of sound at %.0f dBFS", seconds(), level());
    }
}
