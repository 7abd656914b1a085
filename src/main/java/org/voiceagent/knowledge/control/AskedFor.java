package org.voiceagent.knowledge.control;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What kind of thing a question wants to hear, told by its question words; and whether a text holds such a thing. */
enum AskedFor {
    PRICE(
            "\\bhow (much|expensive)\\b(?! (weight|luggage|load|time|space|room|longer))|\\b(cost|costs|price|prices|fee|charge for|pay for|expensive|cheapest)\\b",
            "\\b(pounds?|euros?|dollars?|pence|cents?|percent|free|no extra|price)\\b|[£$€]"),
    DURATION(
            "\\bhow (long|fast|quick|quickly|soon|often)\\b|\\bhow many (minutes|hours|days|weeks|months|years)\\b|\\bhow much (time|longer)\\b",
            "\\b(minutes?|hours?|days?|weeks?|months?|years?|immediately|same day|daily|every)\\b"),
    AGE(
            "\\bhow old\\b|\\b(what|which) age\\b|\\bminimum age\\b|\\b(year|years) old\\b|\\btoo (young|old)\\b",
            "\\b(age|aged|old|years?)\\b"),
    TIME(
            "\\bwhen\\b|\\b(what|which) (time|day|days|date|month|months|season)\\b|\\b(open|close|closed|closes|shut)\\b|\\buntil what\\b|\\bhow (early|late)\\b",
            "\\b(morning|noon|afternoon|evening|midnight|(mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays?|weekends?|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|o'clock|[ap]\\.?m\\.?|hours?|days|weeks?|months?)\\b"),
    PLACE(
            "\\bwhere\\b|\\b(what|which) (address|street|place|road|way|bus|line)\\b|\\bhow do i (get to|find|reach)\\b",
            "\\b(street|road|lane|square|station|corner|next to|behind|beside|near|in front|at the|in the|opposite|address)\\b"),
    NUMBER(
            "\\bhow (many|heavy|tall|big|large|wide|far|high|fast)\\b|\\bwhat (size|weight|height|number|distance|speed)\\b",
            "\\d|\\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|hundred|thousand)\\b"),
    PERSON(
            "\\bwho(se|m)?\\b",
            "\\b[a-z]+ by [a-z]+|\\b(staff|team|owner|manager|officer|mechanic|guide|teacher|colleagues?|people|director)\\b"),
    ANYTHING("", "");

    private final Pattern question;
    private final Pattern evidence;

    AskedFor(String question, String evidence) {
        this.question = Pattern.compile(question);
        this.evidence = Pattern.compile(evidence);
    }

    static AskedFor in(String question) {
        String words = question.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.question.matcher(words).find())
                .findFirst()
                .orElse(ANYTHING);
    }

    /** The kinds of things a text holds. */
    static Set<AskedFor> heldBy(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        Set<AskedFor> held = EnumSet.noneOf(AskedFor.class);
        Arrays.stream(values())
                .filter(kind -> kind.evidence.matcher(words).find())
                .forEach(held::add);
        return held;
    }
}
