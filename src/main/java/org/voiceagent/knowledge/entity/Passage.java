package org.voiceagent.knowledge.entity;

import java.util.List;

/**
 * A piece of the knowledge base: what one heading of an entry says.
 *
 * @param id stable over reloads: the entry's slug, and {@code #heading} where it is not the entry's introduction
 * @param title what a visitor reads as the source, as {@code Opening hours: Saturday}
 * @param url where a visitor can read it, relative to the context root unless absolute; empty where nobody can
 * @param text plain sentences, no Markdown
 * @param questions that it was accepted as the answer to, by which it is found instead of its title; else none
 */
public record Passage(String id, String title, String url, String text, List<String> questions) {

    public Passage {
        questions = List.copyOf(questions);
    }

    public Passage(String id, String title, String url, String text) {
        this(id, title, url, text, List.of());
    }

    /** What it is about, in each of the ways it can be said. */
    public List<String> topics() {
        return questions.isEmpty() ? List.of(title) : questions;
    }
}
