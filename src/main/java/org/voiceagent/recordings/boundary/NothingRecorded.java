package org.voiceagent.recordings.boundary;

import org.voiceagent.web.Problem;

/** There is no such recording, or none at all. */
final class NothingRecorded extends Problem {

    private static final long serialVersionUID = 1L;

    NothingRecorded() {
        super(
                "nothing-recorded",
                404,
                "Nothing is recorded",
                "There is no such recording. It may have been erased, or be too old.");
    }
}
