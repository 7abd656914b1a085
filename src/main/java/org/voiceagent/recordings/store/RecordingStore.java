package org.voiceagent.recordings.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.recordings.entity.KeptRecording;
import org.voiceagent.recordings.entity.RecordingName;

/** Where recordings are kept. Safe for use by many threads; each call may end with a {@link StoreUnavailable}. */
public interface RecordingStore extends AutoCloseable {

    /** Writes a file, instead of one of the same name. */
    void put(RecordingName name, byte[] file);

    /** A session's recordings, by their names. */
    List<KeptRecording> of(SessionRef session);

    /** Empty when there is none. */
    Optional<byte[]> read(RecordingName name);

    /** Deletes one; where there is none, nothing happens. */
    void erase(RecordingName name);

    /** @return how many of the session were deleted */
    int erase(SessionRef session);

    /** Deletes what was written before; what is no recording stays. */
    void purge(Instant before);

    /** Tells stores apart, without a secret: servers of one cluster have to write into the same one. */
    String place();

    @Override
    default void close() {
        // most have nothing open
    }
}
