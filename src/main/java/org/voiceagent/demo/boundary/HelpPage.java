package org.voiceagent.demo.boundary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.voiceagent.knowledge.control.HeadingSlugs;

/** One page of the help centre, from Markdown. Its headings have the anchors that the sources of answers point at. */
final class HelpPage {

    /** A page of the help centre in a list of them. */
    record Link(String slug, String title) {}

    private static final Parser MARKDOWN = Parser.builder().build();
    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().build();
    private static final String FRAME = frame();

    private HelpPage() {}

    static String of(String markdown) {
        return framed(title(markdown), MARKDOWN.parse(markdown));
    }

    /** The text of the first heading. */
    static String title(String markdown) {
        for (Node node = MARKDOWN.parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading) {
                return PLAIN.render(node);
            }
        }
        return "Help";
    }

    static String index(List<Link> links) {
        Document document = new Document();
        Heading heading = new Heading();
        heading.setLevel(1);
        heading.appendChild(new Text("Help"));
        document.appendChild(heading);
        BulletList list = new BulletList();
        list.setTight(true);
        for (Link link : links) {
            Paragraph paragraph = new Paragraph();
            Node anchor = new org.commonmark.node.Link(link.slug(), "");
            anchor.appendChild(new Text(link.title()));
            paragraph.appendChild(anchor);
            ListItem item = new ListItem();
            item.appendChild(paragraph);
            list.appendChild(item);
        }
        document.appendChild(list);
        return framed("Help", document);
    }

    private static String framed(String title, Node document) {
        HtmlRenderer html = HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> anchors())
                .build();
        return FRAME.replace("{title}", escaped(title)).replace("{content}", html.render(document));
    }

    /** Every heading below the page's title takes the next anchor. */
    private static AttributeProvider anchors() {
        HeadingSlugs slugs = new HeadingSlugs();
        return (node, tag, attributes) -> {
            if (node instanceof Heading heading && heading.getLevel() > 1) {
                attributes.put("id", slugs.next(PLAIN.render(heading)));
            }
        };
    }

    private static String escaped(String text) {
        return HtmlRenderer.builder().build().render(new Text(text));
    }

    private static String frame() {
        try (InputStream frame = HelpPage.class.getResourceAsStream("/demo/help-page.html")) {
            return new String(frame.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
