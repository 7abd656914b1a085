package org.voiceagent.audio;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a stranger sends, it is sound or one of three refusals. */
class MutatedAudioTest {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final AudioClip CLIP = Tones.sine(16_000, 440, 0.15, 0.3);

    @Test
    void two_thousand_mutations_give_sound_or_a_refusal() {
        OpusRecording recording = OpusRecording.of(CLIP, 1);
        List<byte[]> files = List.of(Wav.bytes(CLIP), WebmFile.of(recording), OggFile.of(recording));
        Random random = new Random(20_260_101);
        int sounds = 0;
        for (int i = 0; i < 2_001; i++) {
            byte[] mutated = mutated(files.get(i % files.size()), random);
            try {
                AudioClip read = AudioReader.read(mutated, LONGEST);
                assertTrue(read.duration().compareTo(LONGEST) <= 0);
                sounds++;
            } catch (UnknownAudio | BrokenAudio | AudioTooLong refusal) {
                assertTrue(refusal.getMessage().length() > 5);
            } catch (RuntimeException | Error escaped) {
                fail("mutation " + i, escaped);
            }
        }
        assertTrue(sounds > 500 && sounds < 1_900, "sound in " + sounds);
    }

    private static byte[] mutated(byte[] file, Random random) {
        byte[] mutated = file.clone();
        // Half of the changes hit the headers, where the lengths are.
        int reach = random.nextBoolean() ? mutated.length : Math.min(150, mutated.length);
        for (int i = random.nextInt(8); i >= 0; i--) {
            int at = random.nextInt(reach);
            mutated[at] = random.nextInt(4) == 0 ? (byte) -random.nextInt(2) : (byte) random.nextInt();
        }
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(mutated, random.nextInt(mutated.length));
            case 1 -> inserted(mutated, random);
            default -> mutated;
        };
    }

    private static byte[] inserted(byte[] file, Random random) {
        int at = random.nextInt(file.length);
        int length = 1 + random.nextInt(20);
        byte[] longer = Arrays.copyOf(file, file.length + length);
        System.arraycopy(file, at, longer, at + length, file.length - at);
        return longer;
    }
}
