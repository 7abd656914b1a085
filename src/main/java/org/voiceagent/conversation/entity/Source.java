package org.voiceagent.conversation.entity;

/**
 * Where an answer came from.
 *
 * @param title what the visitor reads
 * @param url where the visitor can read it, absolute or relative to the context root; empty where it has no address
 */
public record Source(String title, String url) {}
