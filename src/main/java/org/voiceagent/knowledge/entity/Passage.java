package org.voiceagent.knowledge.entity;

import java.util.List;

/**
 * A piece of the knowledge base: what one heading of an entry says.
 *
 * @param id stable over reloads: the entry's slug, and {@code #heading} where it is not the entry's introduction
 * @param title what a visitor reads as the source, as {@code Opening hours: Saturday}
 * @param url where a visitor can read it, relative to the context root unless absolute; empty where nobody can
 * @param text plain sentences, no Markdown
 * @param language its letters of ISO 639, as {@code en}
 * @param questions that it was accepted as the answer to, by which it is found instead of its title; else none
 */
public record Passage(String id, String title, String url, String text, String language, List<String> questions) {

    private static final String ENGLISH = "en";

    public Passage {
        questions = List.copyOf(questions);
    }

    /** A passage in English. */
    public Passage(String id, String title, String url, String text) {
        this(id, title, url, text, ENGLISH, List.of());
    }

    /** The same words, said to be in this language. */
    public Passage in(String spoken) {
        return new Passage(id, title, url, text, spoken, questions);
    }

    /** The same words, as the answer to these questions. */
    public Passage answering(List<String> asked) {
        return new Passage(id, title, url, text, language, asked);
    }

    public boolean english() {
        return language.equals(ENGLISH);
    }

    /** What it is about, in each of the ways it can be said. */
    public List<String> topics() {
        return questions.isEmpty() ? List.of(title) : questions;
    }

    /** All that it can be found by. */
    public String words() {
        return title + ". " + String.join(" ", questions) + " " + text;
    }
}
