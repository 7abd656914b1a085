package org.voiceagent.configuration;

/** Fired while the start fails: what has been opened must be closed now, the application's classes are soon gone. */
public record StartFailed(Throwable reason) {}
