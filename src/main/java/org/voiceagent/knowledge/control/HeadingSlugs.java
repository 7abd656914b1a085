package org.voiceagent.knowledge.control;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The anchors of one page's headings below its title, in reading order. A page that shows an entry must draw its anchors from here,
 * else the sources the agent names lead nowhere.
 */
public final class HeadingSlugs {

    private static final String NAMELESS = "section";

    private final Set<String> taken = new HashSet<>();

    /** The anchor of the page's next heading: its slug, and {@code -2}, {@code -3} where the page has it already. */
    public String next(String heading) {
        String slug = of(heading);
        String anchor = slug;
        for (int count = 2; !taken.add(anchor); count++) {
            anchor = slug + "-" + count;
        }
        return anchor;
    }

    /** Lower case, all but letters and digits as single hyphens, none at the ends; never empty. */
    static String of(String heading) {
        String slug = heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return slug.isEmpty() ? NAMELESS : slug;
    }
}
