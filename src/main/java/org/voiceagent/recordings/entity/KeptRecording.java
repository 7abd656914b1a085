package org.voiceagent.recordings.entity;

import java.time.Instant;

/**
 * A recording in the store.
 *
 * @param at when it was written
 */
public record KeptRecording(RecordingName name, long bytes, Instant at) {}
