package org.voiceagent.knowledge.control;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a host allows robots to do, by its robots.txt (RFC 9309). */
final class Robots {

    /** So much of the file counts, in bytes; RFC 9309, 2.5 asks for no less. */
    static final int MOST_BYTES = 512_000;

    /** A site that asks for longer pauses gets these. */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    private static final int MOST_WARNINGS = 1;

    private final BaseRobotRules rules;

    private Robots(BaseRobotRules rules) {
        this.rules = rules;
    }

    /** Of a host that has none. */
    static Robots allowingAll() {
        return new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL));
    }

    static Robots of(WebAnswer file, String userAgent) {
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, MOST_WARNINGS);
        return new Robots(parser.parseContent(
                file.at().toString(),
                file.body(),
                file.header("content-type").orElse("text/plain"),
                List.of(userAgent.toLowerCase(Locale.ROOT))));
    }

    boolean allow(URI url) {
        return rules.isAllowed(url.toString());
    }

    /** @param usual without a wish of the site */
    Duration pause(Duration usual) {
        long millis = rules.getCrawlDelay();
        if (millis == BaseRobotRules.UNSET_CRAWL_DELAY || millis <= usual.toMillis()) {
            return usual;
        }
        Duration wished = Duration.ofMillis(millis);
        return wished.compareTo(LONGEST_DELAY) < 0 ? wished : LONGEST_DELAY;
    }
}
