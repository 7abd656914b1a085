package org.voiceagent.knowledge.control;

import java.util.List;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** Reads Markdown. The first heading of level 1 is the document's title, unless its front matter has one. */
final class MarkdownDocument {

    private static final Parser PARSER = Parser.builder().build();

    private final HeadingSlugs slugs = new HeadingSlugs();
    private final PassageWriter passages;
    private boolean named;

    private MarkdownDocument(PassageWriter passages) {
        this.passages = passages;
    }

    /**
     * @param slug its file's name without the extension, as it stands in addresses
     * @param baseUrl what the slug is appended to, where the document does not say its address
     */
    static DocumentContents read(String slug, String markdown, String baseUrl, int most) {
        FrontMatter front = FrontMatter.of(markdown);
        PassageWriter passages = new PassageWriter(slug, front.url().orElse(baseUrl + slug), most);
        front.title().ifPresent(passages::title);
        new MarkdownDocument(passages).read(PARSER.parse(front.body()));
        return passages.finished(nameFrom(slug), front.language());
    }

    private void read(Node document) {
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading start) {
                begin(start);
            } else {
                spoken(block).forEach(passages::say);
            }
        }
    }

    private static List<String> spoken(Node block) {
        SpokenText text = new SpokenText();
        text.add(block);
        return text.paragraphs();
    }

    private void begin(Heading start) {
        String words = SpokenText.words(start);
        if (start.getLevel() == 1 && !named) {
            named = true;
            passages.title(words);
            if (!passages.hasBegun()) {
                return;
            }
        }
        String anchor = slugs.next(words);
        passages.begin(words, anchor, "#" + anchor);
    }

    static String nameFrom(String slug) {
        String words = slug.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
