package org.voiceagent.speech.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {

    @Test
    void a_stop_and_a_new_beginning_end_a_sentence() {
        splits(
                "We open at nine. Do come in! Any questions? Ask us.",
                "We open at nine.",
                "Do come in!",
                "Any questions?",
                "Ask us.");
        splits("It has \"Zero Emissions.\" Nice!", "It has \"Zero Emissions.\"", "Nice!");
        splits("He said: “Come in.” Then he left.", "He said: “Come in.”", "Then he left.");
        splits("(We are closed on Monday.) On Tuesday we open.", "(We are closed on Monday.)", "On Tuesday we open.");
        splits("Really?! Yes... Well… Good!!! Bye", "Really?!", "Yes...", "Well…", "Good!!!", "Bye");
        splits("See below. \"Quoted\" words follow.", "See below.", "\"Quoted\" words follow.");
        splits("Great! 😀 Come in!🚲 We wait.", "Great!", "😀 Come in!🚲", "We wait.");
        splits("It is 5\u00A0km.\u00A0Walk.", "It is 5 km.", "Walk.");
        splits("We have 12. Take one.", "We have 12.", "Take one.");
        splits("That was in 2024. It was great.", "That was in 2024.", "It was great.");
        splits("Open from 9 a.m. to 5 p.m. Come by.", "Open from 9 a.m. to 5 p.m.", "Come by.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is 3.5 km long.",
                "Bring tools, e.g. a pump, i.e. something that pumps.",
                "Bring tools, e.g. Allen keys.",
                "Ask Dr. Miller or Mrs. Young vs. Mr. Old about St. John.",
                "Take bus No. 5 to platform 2, see p. 12 and fig. 3.",
                "We open at 9.30 and close at 17.45 on Dec. 24 and Jan. 2.",
                "J. R. R. Tolkien met C.S. Lewis in the U.S. Army.",
                "Wir öffnen am 24. Dezember, am 2. Januar und im 3. Stock d.h. oben z.B. heute.",
                "Der 1. FC kommt am 5. Mai.",
                "Write to help@example.org or see https://example.org/a.b?c=d!e for more.",
                "Version 2.0.1 costs 1.299,00 Euro.",
                "Well... let me see, or… not.",
                "She asked \"Really?\" and left.",
                "Pumps, locks, etc. are in stock.",
                "Take approx. 5 and ca. 7, at most.",
            })
    void one_sentence_stays_one(String sentence) {
        splits(sentence, sentence);
        splits(sentence + " Next one.", sentence, "Next one.");
    }

    @Test
    void an_answer_of_no_is_not_a_number() {
        splits("No. We do not.", "No.", "We do not.");
    }

    @Test
    void other_scripts_have_other_stops() {
        splits("我们九点开门。欢迎光临！有问题吗？请问。", "我们九点开门。", "欢迎光临！", "有问题吗？", "请问。");
        splits("彼は「来て。」と言った。終わり", "彼は「来て。」", "と言った。", "終わり");
        splits("هل أنت هنا؟ نعم.", "هل أنت هنا؟", "نعم.");
        splits("हम नौ बजे खोलते हैं। आइए।", "हम नौ बजे खोलते हैं।", "आइए।");
        splits("¿Abren hoy? ¡Sí! Hasta luego.", "¿Abren hoy?", "¡Sí!", "Hasta luego.");
    }

    @Test
    void lines_end_sentences_where_the_layout_says_so() {
        splits("Opening hours\n\nMonday to Friday", "Opening hours", "Monday to Friday");
        splits("We have:\n- bikes\n- trikes\n* e-bikes\nAsk us.", "We have:", "bikes", "trikes", "e-bikes", "Ask us.");
        splits("# Prices\nA day is 25.", "Prices", "A day is 25.");
        splits(
                "Steps:\n1. Open it. Then wait.\n2. Ride\n10) Return",
                "Steps:",
                "1. Open it.",
                "Then wait.",
                "2. Ride",
                "10) Return");
        splits("A line that\r\nwraps here\nand ends.", "A line that wraps here and ends.");
        splits("- [ ] Helmet\n- [x] Lock", "Helmet", "Lock");
        splits("2024 was good\n2025 was better", "2024 was good 2025 was better");
        splits("One\n---\nTwo", "One", "Two");
    }

    @Test
    void markup_is_not_spoken() {
        splits(
                "**Bold one. Bold two.** *Slanted*, __strong__ and _soft_.",
                "Bold one.",
                "Bold two.",
                "Slanted, strong and soft.");
        splits("See [our prices](https://x.org/a_(b).html). Or ![a bike](b.png).", "See our prices.", "Or a bike.");
        splits(
                "See [our **best** prices](https://x.org/p?q=1 \"Title\") and [terms][1].[^2]",
                "See our best prices and terms.");
        splits("Run `mvn test`, ~~not~~ now. It <b>works</b><br/>now.", "Run mvn test, not now.", "It works now.");
        splits("## Hello ##\n> Quoted text", "Hello ##", "Quoted text");
        splits("Keep snake_case_names, 5 * 3 and 2 * 4.", "Keep snake_case_names, 5 * 3 and 2 * 4.");
        splits("Escaped \\*stars\\* and 1\\. numbers.", "Escaped *stars* and 1. numbers.");
        splits("Look: <https://example.org/x>.", "Look: https://example.org/x.");
        splits("| Day | Hours |\n|---|:--:|\n| Mon | 9 to 5 |", "Day, Hours", "Mon, 9 to 5");
    }

    @Test
    void code_blocks_are_left_out() {
        splits("Like this:\n```java\nint a = 1. B;\n\nfoo();\n```\nDone.", "Like this:", "Done.");
        splits("Never closed:\n```\nint a;", "Never closed:");
        splits("`Inline` at the start.", "Inline at the start.");
    }

    @Test
    void what_cannot_be_pronounced_is_no_sentence() {
        splits("");
        splits(" \n\n --- \n * * * \n ... 😀 !");
        splits("***\nHello.", "Hello.");
    }

    @Test
    void a_sentence_is_given_out_once_its_end_is_certain() {
        SentenceSplitter splitter = new SentenceSplitter();
        assertEquals(List.of(), splitter.add("It is 3"));
        assertEquals(List.of(), splitter.add("."));
        assertEquals(List.of(), splitter.add("5 km."));
        assertEquals(List.of(), splitter.add(" "));
        assertEquals(List.of(), splitter.add("T"));
        assertEquals(List.of("It is 3.5 km."), splitter.add("hen "));
        assertEquals(List.of("Then"), splitter.rest());
    }

    @Test
    void very_long_sentences_are_cut_at_a_clause() {
        String clause = "and then we ride along the river for a while, ";
        List<String> cut = SentenceSplitter.split("Short one. " + clause.repeat(20));
        assertTrue(cut.size() > 3);
        for (String part : cut.subList(1, cut.size())) {
            assertTrue(part.length() <= SentenceSplitter.LONGEST && part.endsWith("while,"), part);
        }
        for (String part :
                SentenceSplitter.split("Go. " + "a".repeat(1_000) + "🚲".repeat(400) + "word ".repeat(200))) {
            assertTrue(part.length() <= SentenceSplitter.LONGEST, part);
            assertTrue(part.indexOf('\uFFFD') < 0 && !Character.isHighSurrogate(part.charAt(part.length() - 1)));
        }
    }

    @Test
    void a_long_first_sentence_starts_with_its_first_long_clause() {
        String clause =
                "If you would like to rent one of our cargo bikes for a whole weekend in the coming summer months with friends";
        splits(
                clause + ", ask us, please. And " + clause + ", ask us.",
                clause + ",",
                "ask us, please.",
                "And " + clause + ", ask us.");
    }

    @Test
    void the_pieces_in_which_text_arrives_make_no_difference() {
        List<String> texts = List.of(
                "# Hours\nWe open at 9.30, e.g. on Dec. 24. Really?! Yes… “Come.” He did.\n\n- **One** [two](http://a.b/c.d).\n- 3.5 km\n\n```\ncode. More.\n```\nNo. 5 is Dr. Who. Am 24. Dezember. At 24. Then 。好。吗？ a. B. c. Ok",
                "1. First. 2. second\n2) Third\n10. x\n2024 was. 😀 Ok! * a\n** b **\n`x`\n``` y\n```\n| a | b |\n|--|--|\n---\n-- dash\n-x\n",
                ("If this, then that; " + "word ".repeat(30) + ", clause: ").repeat(6) + "end. " + "x".repeat(700)
                        + ". Y",
                "Ends with space. \n",
                "Tail.\"",
                "a…",
                "``",
                "-",
                "12",
                "12.",
                "*",
                "Mr.");
        Random random = new Random(42);
        for (String text : texts) {
            List<String> whole = SentenceSplitter.split(text);
            for (int round = 0; round < 300; round++) {
                assertEquals(whole, inPieces(text, round == 0 ? 1 : 1 + random.nextInt(40), random), text);
            }
        }
    }

    private static List<String> inPieces(String text, int longest, Random random) {
        SentenceSplitter splitter = new SentenceSplitter();
        List<String> sentences = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int next = Math.min(text.length(), at + 1 + random.nextInt(longest));
            sentences.addAll(splitter.add(text.substring(at, next)));
            at = next;
        }
        sentences.addAll(splitter.rest());
        return sentences;
    }

    private static void splits(String text, String... sentences) {
        assertEquals(List.of(sentences), SentenceSplitter.split(text));
    }
}
