package org.voiceagent.answer.entity;

/**
 * A piece of the site's knowledge that an answer may be grounded on.
 *
 * @param title what a visitor reads as the source, as {@code Opening hours: Saturday}
 * @param url where a visitor can read it, absolute or relative to the context root
 * @param text plain sentences, no Markdown
 * @param relevance how well it answers the question, 0 to 1; excerpts come best first
 */
public record Excerpt(String title, String url, String text, double relevance) {}
