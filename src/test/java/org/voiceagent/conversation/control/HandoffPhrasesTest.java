package org.voiceagent.conversation.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoffPhrasesTest {

    private static final HandoffPhrases PHRASES = HandoffPhrases.read();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can I speak to a human?",
                "I'd like to TALK WITH one of your employee",
                "Please connect me to an operator.",
                "Is there a real person?",
                "Human, please!",
                "operator",
                "Ich m\u00f6chte mit einem Menschen sprechen.",
                "Kann ich bitte mit jemandem aus der Werkstatt reden?",
                "Verbinden Sie mich mit einem Mitarbeiter",
                "Einen echten Menschen bitte",
                "Rufen Sie mich bitte zur\u00fcck",
                "Quiero hablar con una persona",
                "\u00bfPuedo hablar con alguien de la tienda?",
                "P\u00e1seme con un agente",
                "Je voudrais parler \u00e0 quelqu'un",
                "Puis-je parler avec un conseiller ?",
                "Passez-moi quelqu'un",
                "\u0623\u0631\u064a\u062f \u0627\u0644\u062a\u062d\u062f\u062b \u0645\u0639 \u0634\u062e\u0635",
                "\u0647\u0644 \u064a\u0645\u0643\u0646\u0646\u064a \u0627\u0644\u062a\u062d\u062f\u062b \u0625\u0644\u0649 \u0645\u0648\u0638\u0641\u061f",
                "\u0645\u0648\u0638\u0641",
            })
    void hears_who_asks_for_a_person(String question) {
        assertTrue(PHRASES.in(question));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "When do you open?",
                "How many people can ride the cargo bike?",
                "Is the trailer for one person?",
                "Which human rights do you name?",
                "Do you have an agent in France?",
                "Wie verbinde ich den Akku mit dem Rad?",
                "Sprechen Sie Deutsch?",
                "Ist das f\u00fcr eine Person?",
                "\u00bfCu\u00e1nto cuesta por persona?",
                "Combien co\u00fbte un v\u00e9lo par personne ?",
                "\u0645\u062a\u0649 \u062a\u0641\u062a\u062d\u0648\u0646\u061f",
                "",
            })
    void does_not_take_other_questions_for_that(String question) {
        assertFalse(PHRASES.in(question));
    }
}
