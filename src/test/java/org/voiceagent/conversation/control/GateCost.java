package org.voiceagent.conversation.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.voiceagent.answer.control.Recital;
import org.voiceagent.configuration.Catalogue;

/** What the gate adds to a sentence, for {@code bin/bench gate}. */
public final class GateCost {

    private static final int WARM_UP = 20_000;
    private static final int MEASURED = 100_000;
    private static final double NANOS_PER_MICRO = 1000;
    private static final List<String> SENTENCES = List.of(
            "On Saturdays the shop is open from ten in the morning until four in the afternoon.",
            "Write to jo.fox@shop.example.org or see https://shop.example.org/repairs, and we answer within a day.",
            "You paid with 4111 1111 1111 1111 on 3 May 2026, order 2026-0503-1187-4420-9931.",
            "A new chain costs 29 pounds and 90 pence, fitted, and takes about 20 minutes on a weekday.");

    private GateCost() {}

    public static void print() {
        Map<String, String> rules = Map.of(
                "voice.gate.blocked", "\\bguaranteed?\\b|lawsuit|\\bour competitors?\\b",
                "voice.gate.redact", "cards,emails,links");
        Recital recital = Recital.of(List.of(told()), Catalogue.with(Map.of()).number("voice.gate.recital-words", 1));
        SentenceGate gate = new SentenceGate(
                List.of(new ConfiguredCheck(Catalogue.with(rules)), new RecitalCheck(recital)), "No more.");
        String told = String.join(" ", SENTENCES);
        List<Long> nanos = new ArrayList<>();
        int passed = 0;
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            long before = System.nanoTime();
            passed += gate.pass(SENTENCES.get(i % SENTENCES.size()), told).isPresent() ? 1 : 0;
            if (i >= WARM_UP) {
                nanos.add(System.nanoTime() - before);
            }
        }
        Collections.sort(nanos);
        System.out.printf(
                "the gate adds to a sentence: p50 %.1f us, p95 %.1f us, p99 %.1f us; %d passed%n",
                at(nanos, 50), at(nanos, 95), at(nanos, 99), passed);
    }

    /** What a model upstream is told, as it stands in the WAR. */
    private static String told() {
        try (InputStream text = GateCost.class.getResourceAsStream("/prompts/answer.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static double at(List<Long> sorted, int percent) {
        return sorted.get(sorted.size() * percent / 100) / NANOS_PER_MICRO;
    }
}
