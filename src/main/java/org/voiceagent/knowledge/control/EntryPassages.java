package org.voiceagent.knowledge.control;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.voiceagent.knowledge.entity.Passage;

/**
 * Splits an entry into passages: its introduction and what stands under each heading. The first heading of level 1 is
 * the entry's title.
 */
final class EntryPassages {

    private static final Parser PARSER = Parser.builder().build();
    private static final String FRONT_MATTER = "\\A---\\R(?s:.*?)\\R---\\R";

    private final Entry entry;
    private final String url;
    private final HeadingSlugs slugs = new HeadingSlugs();
    private final List<Passage> passages = new ArrayList<>();

    private String title = "";
    private String heading = "";
    private String anchor = "";
    private SpokenText text = new SpokenText();

    private EntryPassages(Entry entry, String baseUrl) {
        this.entry = entry;
        this.url = baseUrl + entry.slug();
    }

    /**
     * The entry's passages in reading order; empty when it says nothing.
     *
     * @param baseUrl what the entry's slug is appended to
     */
    static List<Passage> of(Entry entry, String baseUrl) {
        EntryPassages split = new EntryPassages(entry, baseUrl);
        split.read(PARSER.parse(entry.markdown().replaceFirst(FRONT_MATTER, "")));
        return split.passages;
    }

    private void read(Node document) {
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading start) {
                finish();
                begin(start);
            } else {
                text.add(block);
            }
        }
        finish();
    }

    private void begin(Heading start) {
        String words = SpokenText.words(start);
        if (start.getLevel() == 1 && title.isEmpty()) {
            title = words;
            return;
        }
        heading = words;
        anchor = "#" + slugs.next(words);
    }

    private void finish() {
        String said = text.toString();
        text = new SpokenText();
        if (!said.isEmpty()) {
            String entryTitle = title.isEmpty() ? nameFromSlug() : title;
            String full = heading.isEmpty() ? entryTitle : entryTitle + ": " + heading;
            passages.add(new Passage(entry.slug() + anchor, full, url + anchor, said));
        }
    }

    private String nameFromSlug() {
        String words = entry.slug().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
