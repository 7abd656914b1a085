package org.voiceagent.speech.control;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;

/** Times of day, days and dates for the ear. */
final class SpokenTimes {

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final Map<String, String> DAYS = Map.ofEntries(
            Map.entry("mon", "Monday"),
            Map.entry("tue", "Tuesday"),
            Map.entry("tues", "Tuesday"),
            Map.entry("wed", "Wednesday"),
            Map.entry("thu", "Thursday"),
            Map.entry("thur", "Thursday"),
            Map.entry("thurs", "Thursday"),
            Map.entry("fri", "Friday"),
            Map.entry("sat", "Saturday"),
            Map.entry("sun", "Sunday"));

    private static final String MONTH = "(" + String.join("|", MONTHS) + ")";
    private static final String DAY = "(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday)?";
    private static final String SHORT_DAY = "(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)";
    private static final String CLOCK = "([01]?\\d|2[0-4])[:.]([0-5]\\d)";
    private static final String HALF_DAY = "(?:\\s?([ap])(?:\\.m\\.?|m\\b)(?!\\p{L}))";

    private static final List<Rule> RULES = List.of(
            Rule.of(
                    "(?<=\\d)(?:\\s?[ap]m)?\\s?[–-]\\s?(?=[012]?\\d:[0-5]\\d)",
                    match -> match.group().strip().replaceAll("\\s?[–-]$", "") + " to "),
            Rule.of("(?<=\\d\\s?[ap]m)\\s?[–-]\\s?(?=\\d)", " to "),
            Rule.of("\\b(" + DAY + ")\\.?\\s?[–-]\\s?(?=" + DAY + "\\b)", "$1 to "),
            Rule.of("\\b" + SHORT_DAY + "\\b\\.?(?= to )", match -> day(match.group(1))),
            Rule.of("(?<= to )" + SHORT_DAY + "\\b(?!\\p{L})", match -> day(match.group(1))),
            Rule.of("\\b(Mon|Tues?|Wed|Thu(?:rs?)?|Fri)\\b\\.?(?=[ ,:]|$)", match -> day(match.group(1))),
            Rule.of("\\b(\\d{4})-(0\\d|1[0-2])-([0-3]\\d)\\b", match -> date(match, 3, 2, 1)),
            Rule.of("\\b([0-3]?\\d)[./](0?[1-9]|1[0-2])[./](\\d{4})\\b", match -> date(match, 1, 2, 3)),
            Rule.of("\\b(0?[1-9]|1[0-2])/([0-3]?\\d)/(\\d{4})\\b", match -> date(match, 2, 1, 3)),
            Rule.of("\\b(the )?([0-3]?\\d)(?:st|nd|rd|th|\\.)?(?: of)? " + MONTH + "\\b", SpokenTimes::dayOfMonth),
            Rule.of(
                    "\\b" + MONTH + " ([0-3]?\\d)\\b(?![:.,]?\\d)",
                    match -> match.group(1) + " " + ordinal(match.group(2))),
            Rule.of("(?i)\\b" + CLOCK + HALF_DAY, match -> clock(match.group(1), match.group(2), match.group(3))),
            Rule.of("(?i)\\b(\\d|1[0-2])" + HALF_DAY, match -> clock(match.group(1), "", match.group(2))),
            Rule.of(
                    "\\b" + CLOCK.replace("[:.]", ":") + "\\b(?!:)",
                    match -> clock(match.group(1), match.group(2), "")),
            Rule.of(
                    "(?i)(?<=\\b(?:at|until|till|from|by) )" + CLOCK
                            + "\\b(?![.,:]?\\d|\\s?(?:[%€£$°]|km|kg|m\\b|mil|met|per|pou|eur|dol))",
                    match -> clock(match.group(1), match.group(2), "")));

    private SpokenTimes() {}

    static String in(String text) {
        return Rule.all(RULES, text);
    }

    private static String day(String shortened) {
        return DAYS.get(shortened.toLowerCase(Locale.ROOT));
    }

    private static String date(MatchResult match, int day, int month, int year) {
        return "the " + ordinal(match.group(day)) + " of " + MONTHS.get(Integer.parseInt(match.group(month)) - 1) + " "
                + match.group(year);
    }

    private static String dayOfMonth(MatchResult match) {
        return "the " + ordinal(match.group(2)) + " of " + match.group(3);
    }

    private static String ordinal(String number) {
        int day = Integer.parseInt(number);
        boolean teen = day / 10 == 1;
        return day
                + (teen
                        ? "th"
                        : switch (day % 10) {
                            case 1 -> "st";
                            case 2 -> "nd";
                            case 3 -> "rd";
                            default -> "th";
                        });
    }

    /** The twelve-hour clock, as people say it; before noon is only said where it was written. */
    private static String clock(String hours, String minutes, String half) {
        int hour = Integer.parseInt(hours) % 24;
        boolean afternoon = hour > 12;
        String said = String.valueOf(hour % 12 == 0 ? 12 : hour % 12);
        String suffix = half.isEmpty() ? (afternoon ? " pee em" : hour == 0 ? " ay em" : "") : halfOf(half);
        int minute = minutes.isEmpty() ? 0 : Integer.parseInt(minutes);
        if (minute == 0) {
            return suffix.isEmpty() ? said + " o'clock" : said + suffix;
        }
        return said + (minute < 10 ? " oh " : " ") + minute + suffix;
    }

    private static String halfOf(String letter) {
        return letter.equalsIgnoreCase("a") ? " ay em" : " pee em";
    }
}
