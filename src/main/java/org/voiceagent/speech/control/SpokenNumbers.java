package org.voiceagent.speech.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/** Prices, measures, telephone numbers and ranges for the ear. */
final class SpokenNumbers {

    private record Currency(String one, String many, String hundredth, String hundredths) {}

    private static final Map<String, Currency> CURRENCIES = Map.of(
            "£", new Currency("pound", "pounds", "penny", "pence"),
            "€", new Currency("euro", "euros", "cent", "cents"),
            "EUR", new Currency("euro", "euros", "cent", "cents"),
            "$", new Currency("dollar", "dollars", "cent", "cents"));

    private static final Map<String, String> SCALES = Map.of(
            "k",
            "thousand",
            "m",
            "million",
            "bn",
            "billion",
            "thousand",
            "thousand",
            "million",
            "million",
            "billion",
            "billion");

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("km/h", "kilometre per hour"),
            Map.entry("kph", "kilometre per hour"),
            Map.entry("mph", "mile per hour"),
            Map.entry("km", "kilometre"),
            Map.entry("m", "metre"),
            Map.entry("cm", "centimetre"),
            Map.entry("mm", "millimetre"),
            Map.entry("kg", "kilogram"),
            Map.entry("g", "gram"),
            Map.entry("lbs", "pound"),
            Map.entry("mi", "mile"),
            Map.entry("l", "litre"),
            Map.entry("ml", "millilitre"),
            Map.entry("Wh", "watt hour"),
            Map.entry("kWh", "kilowatt hour"),
            Map.entry("kW", "kilowatt"),
            Map.entry("W", "watt"),
            Map.entry("V", "volt"),
            Map.entry("Ah", "ampere hour"),
            Map.entry("Nm", "newton metre"),
            Map.entry("h", "hour"),
            Map.entry("hr", "hour"),
            Map.entry("hrs", "hour"),
            Map.entry("min", "minute"),
            Map.entry("mins", "minute"),
            Map.entry("°", "degree"),
            Map.entry("°C", "degree Celsius"),
            Map.entry("°F", "degree Fahrenheit"));

    private static final String AMOUNT = "(\\d{1,3}(?:,\\d{3})+|\\d+)(?:[.,](\\d{1,2}))?(?!\\d|[.,]\\d)";
    private static final String SCALE = "(?:\\s?(k|m|bn|thousand|million|billion)\\b)?";
    private static final String UNIT =
            "(km/h|kph|mph|km|cm|mm|kg|kWh|kW|Wh|W|V|Ah|Nm|lbs|mi|ml|hrs?|mins?|°C|°F|°|m|g|l|h)(?![\\p{L}\\d])";

    private static final List<Rule> RULES = List.of(
            Rule.of("(?<![\\d.,])(?:\\(\\d{3}\\)\\s?|\\d{3}[-.])\\d{3}[-.]\\d{4}\\b", SpokenNumbers::telephone),
            Rule.of("(?<![\\p{L}\\d.,])(?:\\+\\d|\\(?0)[\\d()/ -]{5,20}\\d\\b", SpokenNumbers::telephone),
            Rule.of(
                    "([£€$])\\s?(\\d+(?:[.,]\\d{2})?)\\s?[–-]\\s?[£€$]?(?=\\d)",
                    match -> match.group(2) + " to " + match.group(1)),
            Rule.of(
                    "([£€$])\\s?" + AMOUNT + SCALE,
                    match -> price(match.group(1), match.group(2), there(match, 3), there(match, 4))),
            Rule.of(AMOUNT + "\\s?([£€]|EUR\\b)", match -> price(match.group(3), match.group(1), there(match, 2), "")),
            Rule.of("(?<=\\d)\\s?[–-]\\s?(?=\\d+(?![\\d-]))", " to "),
            Rule.of("(?<![\\d.,])(\\d+(?:[.,]\\d+)*)[\\s-]?" + UNIT, match -> measure(match.group(1), match.group(2))),
            Rule.of("(?<=\\d),(?=\\d{3}\\.\\d)", ""),
            Rule.of("(?<=\\d)\\s?%", " percent"),
            Rule.of("(?<![\\d/])1/2(?![\\d/])|½", "one half"),
            Rule.of("(?<![\\d/])1/4(?![\\d/])|¼", "one quarter"),
            Rule.of("(?<![\\d/])3/4(?![\\d/])|¾", "three quarters"),
            Rule.of("(?<=\\d)/(?=\\d)", " "),
            Rule.of("(?<![\\d.,])(?:0\\d+|\\d{10,})(?![.,]?\\d)", match -> digits(match.group())));

    private SpokenNumbers() {}

    static String in(String text) {
        return Rule.all(RULES, text);
    }

    private static String price(String symbol, String whole, String part, String scale) {
        Currency currency = CURRENCIES.get(symbol);
        String amount = whole.replace(",", "");
        if (!scale.isEmpty()) {
            String decimals = part.isEmpty() ? "" : "." + part;
            return amount + decimals + " " + SCALES.get(scale) + " " + currency.many();
        }
        String units = amount + " " + (amount.equals("1") ? currency.one() : currency.many());
        int hundredths = part.isEmpty() ? 0 : Integer.parseInt(part.length() == 1 ? part + "0" : part);
        if (hundredths == 0) {
            return units;
        }
        String rest = hundredths + " " + (hundredths == 1 ? currency.hundredth() : currency.hundredths());
        return amount.matches("0+") ? rest : units + " and " + rest;
    }

    private static String there(MatchResult match, int group) {
        return Optional.ofNullable(match.group(group)).orElse("");
    }

    private static String measure(String number, String unit) {
        String name = UNITS.get(unit);
        if (number.equals("1")) {
            return number + " " + name;
        }
        int end = name.indexOf(" per ") > 0 || name.startsWith("degree ") ? name.indexOf(' ') : name.length();
        return number + " " + name.substring(0, end) + "s" + name.substring(end);
    }

    /** Digit by digit, with a pause where there was a gap. */
    private static String telephone(MatchResult match) {
        String number = match.group();
        if (number.replaceAll("\\D", "").length() < 7) {
            return number;
        }
        String spoken = digits(number.replace("+", "plus ").replaceAll("(?<=\\d)[^\\d]+(?=\\d)", ", "));
        return spoken.replaceAll("[()]", "");
    }

    private static String digits(String text) {
        return text.replaceAll("(?<=\\d)(?=\\d)", " ");
    }
}
