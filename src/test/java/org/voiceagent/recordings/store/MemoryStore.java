package org.voiceagent.recordings.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.recordings.entity.KeptRecording;
import org.voiceagent.recordings.entity.RecordingName;

/** A store that can be dead, and that can take what it says it has not taken. */
public final class MemoryStore implements RecordingStore {

    private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
    private Runnable whileWriting = () -> {};
    private boolean dead;
    private boolean takesAllTheSame;
    private int calls;
    private Optional<SessionRef> refused = Optional.empty();
    private Optional<Instant> purged = Optional.empty();

    public void die() {
        dead = true;
    }

    /** Its answers get lost. */
    public void dieWriting() {
        dead = true;
        takesAllTheSame = true;
    }

    public void live() {
        dead = false;
        takesAllTheSame = false;
    }

    /** Its recordings cannot be erased. */
    public void refuse(SessionRef session) {
        refused = Optional.of(session);
    }

    public void whileWriting(Runnable happens) {
        whileWriting = happens;
    }

    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    public int calls() {
        return calls;
    }

    public Optional<Instant> purged() {
        return purged;
    }

    private void answer() {
        calls++;
        if (dead) {
            throw new StoreUnavailable("dead");
        }
    }

    @Override
    public void put(RecordingName name, byte[] file) {
        whileWriting.run();
        if (!dead || takesAllTheSame) {
            files.put(name.path(), file);
        }
        answer();
    }

    @Override
    public List<KeptRecording> of(SessionRef session) {
        answer();
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(session.value()))
                .map(file -> new KeptRecording(
                        RecordingName.parse(file.getKey()).orElseThrow(), file.getValue().length, Instant.EPOCH))
                .toList();
    }

    @Override
    public Optional<byte[]> read(RecordingName name) {
        answer();
        return Optional.ofNullable(files.get(name.path()));
    }

    @Override
    public void erase(RecordingName name) {
        answer();
        files.remove(name.path());
    }

    @Override
    public int erase(SessionRef session) {
        answer();
        if (refused.equals(Optional.of(session))) {
            throw new StoreUnavailable("refused");
        }
        int before = files.size();
        files.keySet().removeIf(path -> path.startsWith(session.value()));
        return before - files.size();
    }

    @Override
    public void purge(Instant before) {
        answer();
        purged = Optional.of(before);
    }

    @Override
    public String place() {
        return "memory";
    }
}
