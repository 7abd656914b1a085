package org.voiceagent.limits.control;

import org.voiceagent.configuration.Settings;

/**
 * Limits of one clock hour; 0 is none.
 *
 * @param sessionsPerAddress sessions minted
 * @param callsPerAddress calls that can cost money
 * @param charactersPerSession text spoken outside of turns
 * @param secondsPerSession audio transcribed outside of turns
 * @param handoffsPerSession messages sent to a person
 * @param handoffsPerAddress messages sent to a person
 */
record RateLimits(
        long sessionsPerAddress,
        long callsPerAddress,
        long charactersPerSession,
        long secondsPerSession,
        long handoffsPerSession,
        long handoffsPerAddress) {

    static RateLimits from(Settings settings) {
        return new RateLimits(
                settings.number("voice.limits.sessions-per-address", 0),
                settings.number("voice.limits.calls-per-address", 0),
                settings.number("voice.limits.characters-per-session", 0),
                settings.number("voice.limits.seconds-per-session", 0),
                settings.number("voice.limits.handoffs-per-session", 0),
                settings.number("voice.limits.handoffs-per-address", 0));
    }
}
