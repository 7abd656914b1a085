package org.voiceagent.answer.entity;

import java.util.List;

/**
 * A piece of the site's knowledge that an answer may be grounded on.
 *
 * @param title what a visitor reads as the source, as {@code Opening hours: Saturday}
 * @param url where a visitor can read it, absolute or relative to the context root; empty for a source without an address
 * @param text plain sentences, no Markdown
 * @param quotes the sentences of the text that answer the question best, in the order of the text
 * @param relevance how well it answers the question, 0 to 1; excerpts come best first
 */
public record Excerpt(String title, String url, String text, List<String> quotes, double relevance) {

    public Excerpt {
        quotes = List.copyOf(quotes);
    }
}
