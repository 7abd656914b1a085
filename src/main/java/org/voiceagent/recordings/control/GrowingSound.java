package org.voiceagent.recordings.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voiceagent.audio.AudioFormat;
import org.voiceagent.audio.Wav;
import org.voiceagent.conversation.control.KeptSound;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.recordings.entity.Recording;
import org.voiceagent.recordings.entity.RecordingName;
import org.voiceagent.recordings.entity.Side;

/** The sound of one turn while it comes: an utterance is whole, speech grows piece by piece. Nothing is copied here. */
final class GrowingSound implements KeptSound {

    private final RecordingQueue queue;
    private final SessionRef session;
    private final TurnId turn;
    private final List<byte[]> pieces = new ArrayList<>();
    private int bytes;
    private int rate;
    private boolean over;

    GrowingSound(RecordingQueue queue, SessionRef session, TurnId turn) {
        this.queue = queue;
        this.session = session;
        this.turn = turn;
    }

    @Override
    public void utterance(byte[] file) {
        Optional<AudioFormat> format = AudioFormat.of(file);
        if (format.isPresent() && queue.take(file.length)) {
            queue.add(new Recording(name(Side.UTTERANCE, format.get()), List.of(file)));
        } else {
            queue.drop();
        }
    }

    @Override
    public synchronized void speech(int samplesPerSecond, byte[] pcm) {
        if (over || pcm.length == 0) {
            return;
        }
        if (!queue.take(pcm.length)) {
            queue.drop();
            leave();
            return;
        }
        rate = samplesPerSecond;
        bytes += pcm.length;
        pieces.add(pcm);
    }

    /** Half an answer is none. */
    private void leave() {
        over = true;
        queue.giveBack(bytes);
        pieces.clear();
    }

    @Override
    public synchronized void close() {
        if (over || pieces.isEmpty()) {
            return;
        }
        byte[] header = Wav.header(rate, bytes);
        if (!queue.take(header.length)) {
            queue.drop();
            leave();
            return;
        }
        over = true;
        pieces.add(0, header);
        queue.add(new Recording(name(Side.SPEECH, AudioFormat.WAV), pieces));
    }

    private RecordingName name(Side side, AudioFormat format) {
        return new RecordingName(session, turn, side, format);
    }
}
