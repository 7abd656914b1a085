package org.voiceagent.conversation.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;
import org.voiceagent.cost.Money;
import org.voiceagent.cost.Price;
import org.voiceagent.cost.PriceList;
import org.voiceagent.cost.Usage;
import org.voiceagent.upstream.Engine;

/** What each stage costs here: the price of its model, or nothing where its engine is embedded. */
final class StagePrices {

    private static final String TRANSCRIPTION = "transcription";
    private static final String ANSWER = "answer";
    private static final String SPEECH = "speech";

    /** What an upstream bills for each. */
    private static final Map<String, List<String>> UNITS = Map.of(
            TRANSCRIPTION, List.of("audio-minute"), ANSWER, List.of("input", "output"), SPEECH, List.of("characters"));

    /** More than a passage or our own part of a prompt ever takes, in tokens. */
    private static final int TOKENS_OF_PASSAGE = 500;

    private static final int TOKENS_OF_INSTRUCTIONS = 600;

    /** A token is a byte of UTF-8 at least; characters of rare scripts take that many tokens. */
    private static final int TOKENS_OF_CHARACTER = 4;

    /** Words are rarely longer than a few tokens, and those are short. */
    private static final int CHARACTERS_OF_TOKEN = 8;

    private final Map<String, Price> prices;
    private final Money mostForAnswer;
    private final int mostCharacters;

    /** @throws ConfigurationError when there is a budget and a model's price is not known: it could not be kept */
    StagePrices(Settings settings) {
        prices = Stream.of(TRANSCRIPTION, ANSWER, SPEECH)
                .collect(Collectors.toMap(stage -> stage, stage -> price(settings, stage)));
        mostForAnswer = prices.get(ANSWER).of(mostUsed(settings));
        mostCharacters = CHARACTERS_OF_TOKEN * settings.number("voice.answer.max-tokens", 1);
    }

    private static Price price(Settings settings, String stage) {
        if (Engine.of(settings, stage) == Engine.EMBEDDED) {
            return Price.FREE;
        }
        String model = settings.text("voice." + stage + ".model");
        PriceList list = new PriceList(settings);
        boolean budget = Stream.of("day", "month", "session")
                .anyMatch(span -> settings.optionalText("voice.budget." + span).isPresent());
        if (budget && !list.names(model, UNITS.get(stage))) {
            throw new ConfigurationError(
                    "voice.price.<model>",
                    "lacks " + String.join(" or ", UNITS.get(stage)) + " for the model of voice." + stage
                            + ".model, and a budget cannot be kept without it");
        }
        return list.of(model);
    }

    private static Usage mostUsed(Settings settings) {
        int question = TOKENS_OF_CHARACTER * settings.number("voice.question.max-characters", 1);
        int usual = TOKENS_OF_INSTRUCTIONS
                + settings.number("voice.conversation.window-tokens", 0)
                + TOKENS_OF_PASSAGE * settings.number("voice.knowledge.passages", 1)
                + question;
        // a site's own instructions may fill half of a prompt, and the question always stands in it
        int prompt = settings.number("voice.answer.prompt-tokens", 1);
        int input = Math.max(usual, Math.max(prompt, prompt / 2 + question));
        return new Usage(input, 0, settings.number("voice.answer.max-tokens", 1));
    }

    /** What one answer costs at most; its prompt is not written yet. */
    Money mostForAnswer() {
        return mostForAnswer;
    }

    /** What speaking one answer costs at most. */
    Money mostForSpeech() {
        return ofSpeech(mostCharacters);
    }

    Money ofAnswer(Usage usage) {
        return prices.get(ANSWER).of(usage);
    }

    Money ofAudio(Duration audio) {
        return prices.get(TRANSCRIPTION).ofAudio(audio);
    }

    Money ofSpeech(int characters) {
        return prices.get(SPEECH).ofCharacters(characters);
    }

    /** Whether listening or speaking costs anything, so that it stops when money is short. */
    boolean voiceCosts() {
        return !prices.get(TRANSCRIPTION).isFree() || !prices.get(SPEECH).isFree();
    }

    boolean answersCost() {
        return !prices.get(ANSWER).isFree();
    }
}
