/**
 * The room for what admins want to know: the log of turns in SQL, analytics, retention.
 *
 * <p>It is to observe {@code TurnCompleted} and {@code SessionErased} and be called by nobody, so that a slow, full or dead
 * database never slows a turn: a bounded queue in front of it, and what did not fit is counted.
 */
package org.voiceagent.insight;
