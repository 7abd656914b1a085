package org.voiceagent.recordings.control;

/** Where recordings are counted: those that were written, and those that were lost. */
record RecordingCounts(Runnable written, Runnable dropped) {}
