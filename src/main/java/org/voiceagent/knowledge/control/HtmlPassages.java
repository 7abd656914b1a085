package org.voiceagent.knowledge.control;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Takes the passages from a page's elements: blocks are paragraphs, a table's rows too, and lines that are nothing but links
 * are for the eye. Visited and not walked by recursion, since a page may be nested as deeply as it likes.
 */
final class HtmlPassages implements NodeVisitor {

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> SECTIONS = Set.of("section", "article", "div");

    private final PassageWriter passages;
    private final HeadingSlugs slugs = new HeadingSlugs();
    private StringBuilder line = new StringBuilder();
    private int linked;
    private int links;
    private int headings;
    private boolean titled;

    HtmlPassages(PassageWriter passages) {
        this.passages = passages;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text && headings == 0) {
            line.append(text.getWholeText());
            linked += links > 0 ? letters(text.getWholeText()) : 0;
        } else if (node instanceof Element element) {
            enter(element);
        }
    }

    private void enter(Element element) {
        String tag = element.normalName();
        if (HEADINGS.contains(tag)) {
            finishLine();
            headings++;
        } else if (tag.equals("a")) {
            links++;
        } else if (tag.equals("br")) {
            line.append('\n');
        } else if (!CELLS.contains(tag) && element.isBlock()) {
            finishLine();
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        String tag = element.normalName();
        if (HEADINGS.contains(tag)) {
            headings--;
            begin(element);
        } else if (tag.equals("a")) {
            links--;
        } else if (CELLS.contains(tag)) {
            line.append(element.nextElementSibling() == null ? "" : ", ");
        } else if (element.isBlock()) {
            finishLine();
        }
    }

    private void begin(Element heading) {
        String words = heading.text();
        if (words.isBlank()) {
            return;
        }
        if (heading.normalName().equals("h1") && !titled) {
            titled = true;
            passages.title(words);
            if (!passages.hasBegun()) {
                return;
            }
        }
        String anchor = anchor(heading);
        passages.begin(words, slugs.next(words), anchor.isEmpty() ? "" : SourceUrl.fragment(anchor));
    }

    /** Of the heading, of something in it, or of the section that it opens; empty for want of any. */
    private static String anchor(Element heading) {
        if (!heading.id().isEmpty()) {
            return heading.id();
        }
        Element inside = heading.selectFirst("[id], a[name]");
        if (inside != null) {
            return inside.id().isEmpty() ? inside.attr("name") : inside.id();
        }
        Element around = heading.parent();
        boolean opens = around != null && heading.elementSiblingIndex() == 0 && SECTIONS.contains(around.normalName());
        return opens ? around.id() : "";
    }

    private void finishLine() {
        String said = line.toString().replaceAll("[\\s\\u00a0]+", " ").strip();
        boolean onlyLinks = linked > 0 && linked == letters(said);
        if (!said.isEmpty() && !onlyLinks) {
            passages.say(said);
        }
        line = new StringBuilder();
        linked = 0;
    }

    private static int letters(String text) {
        return (int) text.chars().filter(Character::isLetterOrDigit).count();
    }
}
