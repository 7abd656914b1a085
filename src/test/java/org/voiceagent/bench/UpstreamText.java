package org.voiceagent.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the upstream writes: three sentences of twenty tokens, each sentence with a number, so that none is told twice. */
final class UpstreamText {

    static final int SENTENCES = 3;
    static final int TOKENS = 60;

    private static final String NUMBER = "#";
    private static final List<String> SENTENCE = List.of(
            "Your",
            " visit",
            " number",
            " " + NUMBER,
            " is",
            " best",
            " on",
            " a",
            " week",
            "day",
            " morning",
            ",",
            " when",
            " the",
            " workshop",
            " has",
            " time",
            " for",
            " your",
            " bike.");
    private static final byte[] BEFORE = bytes(
            "{\"id\":\"chatcmpl-bench\",\"object\":\"chat.completion.chunk\","
                    + "\"created\":1767225600,\"model\":\"gpt-4o-mini-2024-07-18\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"");
    private static final byte[] AFTER = bytes("\"},\"logprobs\":null,\"finish_reason\":null}]}");
    private static final String LAST = "{\"id\":\"chatcmpl-bench\",\"object\":\"chat.completion.chunk\","
            + "\"created\":1767225600,\"model\":\"gpt-4o-mini-2024-07-18\",\"choices\":[%s],\"usage\":%s}";
    private static final String FINISH = "{\"index\":0,\"delta\":{},\"logprobs\":null,\"finish_reason\":\"stop\"}";
    private static final String USAGE = "{\"prompt_tokens\":600,\"completion_tokens\":60,\"total_tokens\":660}";

    private UpstreamText() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The events of an answer, each as the chunk in which it is sent; the first {@link #TOKENS} have one token each. */
    static List<byte[]> answer(long number) {
        List<byte[]> chunks = new ArrayList<>();
        String space = "";
        for (int sentence = 0; sentence < SENTENCES; sentence++) {
            String own = Long.toString(number * SENTENCES + sentence);
            for (String token : SENTENCE) {
                chunks.add(event(BEFORE, bytes(space + token.replace(NUMBER, own)), AFTER));
                space = "";
            }
            space = " ";
        }
        chunks.add(event(bytes(LAST.formatted(FINISH, "null"))));
        chunks.add(event(bytes(LAST.formatted("", USAGE))));
        chunks.add(event(bytes("[DONE]")));
        return chunks;
    }

    private static byte[] event(byte[]... data) {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        event.writeBytes(bytes("data: "));
        for (byte[] part : data) {
            event.writeBytes(part);
        }
        event.writeBytes(bytes("\n\n"));
        return chunk(event.toByteArray());
    }

    static byte[] chunk(byte[] content) {
        return joined(List.of(bytes(Integer.toHexString(content.length) + "\r\n"), content, bytes("\r\n")));
    }

    /** A question nobody has asked before. */
    static String question(long number) {
        return "What does a new chain for a trekking bike cost at the workshop, number " + number + "?";
    }

    static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
