package org.voiceagent.knowledge.entity;

/**
 * A piece of the knowledge base: what one heading of an entry says.
 *
 * @param id stable over reloads: the entry's slug, and {@code #heading} where it is not the entry's introduction
 * @param title what a visitor reads as the source, as {@code Opening hours: Saturday}
 * @param url where a visitor can read it, relative to the context root unless absolute
 * @param text plain sentences, no Markdown
 */
public record Passage(String id, String title, String url, String text) {}
