package org.voiceagent.knowledge.control;

import java.time.Duration;

/** Between two requests. */
@FunctionalInterface
interface Pacing {

    /**
     * Waits.
     *
     * @throws FetchingStopped when there is to be no further request
     */
    void await(Duration time);
}
