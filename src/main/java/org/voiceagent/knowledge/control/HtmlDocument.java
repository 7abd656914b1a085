package org.voiceagent.knowledge.control;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads HTML, as forgiving as a browser: the main part of a page, without what surrounds its text and what is not shown.
 * The first heading of level 1 is its title.
 */
final class HtmlDocument {

    private static final String NOT_SAID = String.join(
            ",",
            List.of(
                    "script, style, noscript, template, iframe, object, embed, svg, math, canvas, audio, video, pre",
                    "nav, footer, aside, form, button, select, textarea, dialog, body > header",
                    "[role=navigation], [role=contentinfo], [role=banner], [role=search], [role=complementary]",
                    "[role=dialog], [role=alertdialog], [aria-modal=true], [role=menu], [role=menubar]",
                    "[hidden], [aria-hidden=true], [style~=(?i)(display\\s*:\\s*none|visibility\\s*:\\s*hidden)]"));

    /** Headers that lead elsewhere, and what asks to allow cookies, by the names that are usual for it. */
    private static final String AROUND = String.join(
            ",",
            List.of(
                    "header:has(nav, [role=navigation]):not(main header, article header), .skip-link, .cc-window",
                    "#onetrust-consent-sdk, #CybotCookiebotDialog, #usercentrics-root, #didomi-host, #cookieconsent",
                    "[id*=cookie-banner], [class*=cookie-banner], [id*=cookie-consent], [class*=cookie-consent]",
                    "[id*=cookie-notice], [class*=cookie-notice], [id=cookie-bar], [class~=^cookie-bar$]",
                    "[id*=consent-banner], [class*=consent-banner]"));

    private static final String MAIN = "main, [role=main]";
    private static final String ARTICLE = "article";

    private HtmlDocument() {}

    /** @param baseUrl what the file's name is appended to, where the document does not say its address */
    static DocumentContents read(String name, String html, String baseUrl, int most) {
        Document document = Jsoup.parse(html);
        document.select(AROUND).remove();
        document.select(NOT_SAID).remove();
        String url = canonical(document).orElse(baseUrl + SourceUrl.path(name));
        PassageWriter passages = new PassageWriter(HeadingSlugs.of(name), url, most);
        Element main = main(document);
        if (main.selectFirst("h1") == null) {
            outsideOfMain(document).ifPresent(passages::title);
        }
        main.traverse(new HtmlPassages(passages));
        return passages.finished(MarkdownDocument.nameFrom(HeadingSlugs.of(name)), language(document));
    }

    private static Element main(Document document) {
        Element main = document.selectFirst(MAIN);
        if (main != null) {
            return main;
        }
        List<Element> articles = document.select(ARTICLE);
        return articles.size() == 1 ? articles.get(0) : document.body();
    }

    private static Optional<String> outsideOfMain(Document document) {
        Element heading = document.selectFirst("h1");
        String title = heading == null ? document.title() : heading.text();
        return Optional.of(title).filter(words -> !words.isBlank());
    }

    private static Optional<String> canonical(Document document) {
        Element link = document.selectFirst("head > link[rel=canonical]");
        return link == null ? Optional.empty() : SourceUrl.of(link.attr("href"));
    }

    private static Optional<String> language(Document document) {
        Element root = document.selectFirst("html");
        return Optional.ofNullable(root).map(html -> html.attr("lang").strip()).filter(tag -> !tag.isEmpty());
    }
}
