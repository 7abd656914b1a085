package org.voiceagent.answer.control;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.entity.Guarded;

/**
 * All that the site says by itself to questions that no engine is asked, in the languages of the widget's own texts, else in
 * English.
 *
 * @param contact whom visitors can turn to; empty when they have to look for it
 */
record SiteReplies(Optional<String> contact) {

    private static final String ENGLISH = "en";

    /** @param askContact with one place, for the contact */
    private record Words(String unknown, String ask, String askContact, String refusal) {}

    private static final Map<String, Words> WORDS = Map.of(
            ENGLISH,
            new Words(
                    EmbeddedAnswerTexts.UNKNOWN.get(0),
                    EmbeddedAnswerTexts.UNKNOWN.get(1),
                    "You could ask in other words, or contact us: %s.",
                    "I would rather not talk about that. I am glad to help with anything about this website."),
            "de",
            new Words(
                    "Das weiß ich leider nicht.",
                    "Sie können es anders ausdrücken oder auf dieser Website nachsehen, wie Sie uns erreichen.",
                    "Sie können es anders ausdrücken oder sich an uns wenden: %s.",
                    "Darüber möchte ich nicht sprechen. Bei allem, was diese Website betrifft, helfe ich gern."),
            "es",
            new Words(
                    "Lo siento, eso no lo sé.",
                    "Puede preguntarlo con otras palabras o buscar en este sitio web cómo contactarnos.",
                    "Puede preguntarlo con otras palabras o contactarnos: %s.",
                    "Prefiero no hablar de eso. Le ayudo con gusto en todo lo que se refiere a este sitio web."),
            "fr",
            new Words(
                    "Je suis désolé, je ne sais pas.",
                    "Vous pouvez poser la question autrement, ou chercher sur ce site comment nous contacter.",
                    "Vous pouvez poser la question autrement, ou nous contacter : %s.",
                    "Je préfère ne pas parler de cela. Je vous aide volontiers pour tout ce qui concerne ce site."),
            "ar",
            new Words(
                    "عذرًا، لا أعرف ذلك.",
                    "يمكنك أن تسأل بكلمات أخرى، أو أن تبحث في هذا الموقع عن طريقة للتواصل معنا.",
                    "يمكنك أن تسأل بكلمات أخرى، أو أن تتواصل معنا: %s.",
                    "أفضّل ألا أتحدث عن ذلك. يسعدني أن أساعدك في كل ما يخص هذا الموقع."));

    PreparedAnswer to(AnswerRequest request, Guarded why) {
        PreparedAnswer whole = PreparedAnswer.bySite(sentences(words(request.language()), why), why);
        return request.begun().isEmpty() ? whole : PreparedAnswer.rest(whole, request.begun());
    }

    private List<String> sentences(Words words, Guarded why) {
        return why == Guarded.BLOCKED
                ? List.of(words.refusal())
                : List.of(
                        words.unknown(),
                        contact.map(ours -> words.askContact().formatted(ours)).orElse(words.ask()));
    }

    private static Words words(String language) {
        String primary = Locale.forLanguageTag(language).getLanguage();
        return WORDS.getOrDefault(primary, WORDS.get(ENGLISH));
    }
}
