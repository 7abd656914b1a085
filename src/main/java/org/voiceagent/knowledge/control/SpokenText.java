package org.voiceagent.knowledge.control;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * What can be said of Markdown: its paragraphs and list items as sentences. Code blocks, HTML and lines that are nothing
 * but a link are for the eye and left out.
 */
final class SpokenText extends AbstractVisitor {

    private final List<String> paragraphs = new ArrayList<>();

    /** The words of one node, without any mark-up. */
    static String words(Node node) {
        Words words = new Words();
        node.accept(words);
        return words.said.toString().replaceAll("\\s+", " ").strip();
    }

    void add(Node block) {
        block.accept(this);
    }

    @Override
    public void visit(Paragraph paragraph) {
        boolean onlyLink = paragraph.getFirstChild() instanceof Link
                && paragraph.getFirstChild().getNext() == null;
        String said = words(paragraph);
        if (!onlyLink && !said.isEmpty()) {
            paragraphs.add(said);
        }
    }

    /** Each a sentence or more, or a line that is none. */
    List<String> paragraphs() {
        return paragraphs;
    }

    private static final class Words extends AbstractVisitor {

        private final StringBuilder said = new StringBuilder();

        @Override
        public void visit(Text text) {
            said.append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            said.append(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            said.append(' ');
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            said.append(' ');
        }
    }
}
