package org.voiceagent.knowledge.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voiceagent.knowledge.entity.Passage;

/**
 * Writes a document's passages: its introduction and what stands under each heading. What is too long to be one passage
 * becomes several of the same heading and address.
 */
final class PassageWriter {

    /** Characters of a passage, about a minute of speech; several of them have to fit into a prompt. */
    private static final int LONGEST = 2_000;

    private static final int LONGEST_HEADING = 200;

    private record Section(String heading, String anchor, String fragment, String text) {}

    private final String slug;
    private final String url;
    private final int most;
    private final List<Section> sections = new ArrayList<>();

    private String title = "";
    private String heading = "";
    private String anchor = "";
    private String fragment = "";
    private int part = 1;
    private StringBuilder text = new StringBuilder();

    /**
     * @param slug of the document, with which the ids of its passages begin
     * @param url where visitors can read it
     * @param most passages it may have
     */
    PassageWriter(String slug, String url, int most) {
        this.slug = slug;
        this.url = url;
        this.most = most;
    }

    /** What its sources are called; the first title counts. */
    void title(String words) {
        title = title.isEmpty() ? shortened(words) : title;
    }

    boolean hasTitle() {
        return !title.isEmpty();
    }

    /** Whether a heading has come. */
    boolean hasBegun() {
        return !anchor.isEmpty();
    }

    /**
     * Ends the passage before and begins another.
     *
     * @param name of the heading in the document's ids, not twice in one document
     * @param place added to the document's address, as {@code #place}; may be empty
     */
    void begin(String words, String name, String place) {
        finishPassage();
        heading = shortened(words);
        anchor = "#" + name;
        fragment = place;
        part = 1;
    }

    /** Adds a paragraph of plain text, which becomes a sentence where it is none. */
    void say(String paragraph) {
        String said = paragraph.replaceFirst("[:;,]$", "").replaceFirst("([^.!?…])$", "$1.");
        if (said.length() <= LONGEST) {
            add(said);
        } else {
            PassageSentences.of(said).forEach(this::addInPieces);
        }
    }

    private void addInPieces(String sentence) {
        for (int start = 0; start < sentence.length(); start += LONGEST) {
            add(sentence.substring(start, Math.min(sentence.length(), start + LONGEST)));
        }
    }

    private void add(String said) {
        if (!text.isEmpty() && text.length() + said.length() > LONGEST) {
            finishPassage();
            part++;
        }
        text.append(text.isEmpty() ? "" : " ").append(said);
    }

    private void finishPassage() {
        if (text.isEmpty()) {
            return;
        }
        if (sections.size() == most) {
            throw new DocumentRefused("has more than " + most + " passages");
        }
        sections.add(new Section(heading, part == 1 ? anchor : anchor + "~" + part, fragment, text.toString()));
        text = new StringBuilder();
    }

    /** @param titleOtherwise for a document without one */
    DocumentContents finished(String titleOtherwise, Optional<String> language) {
        finishPassage();
        title(titleOtherwise);
        List<Passage> passages = sections.stream().map(this::passage).toList();
        return new DocumentContents(title, language, passages);
    }

    private Passage passage(Section section) {
        String full = section.heading().isEmpty() ? title : title + ": " + section.heading();
        return new Passage(slug + section.anchor(), full, url + section.fragment(), section.text());
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_HEADING ? words : words.substring(0, LONGEST_HEADING) + "…";
    }
}
