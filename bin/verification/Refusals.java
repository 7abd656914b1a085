package verification;

import command.Json;
import java.util.Map;

/** What the server's refusals mean for whoever runs it. */
final class Refusals {

    private static final String KEY = "the upstream refuses this server";
    private static final String UPSTREAM_DOWN = "the upstream cannot be reached, or is overloaded";
    private static final String LOOK_AT_UPSTREAM =
            "look at OPENAI_BASE_URL (voice.<stage>.url), voice.outbound.proxy, the way out of the network, and the upstream's state";
    private static final String LOG = "look at the server's log, by the request's id";

    private record Meaning(String told, String remedy) {}

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(
                    "upstream-refused",
                    new Meaning(
                            KEY,
                            "check OPENAI_API_KEY (voice.<stage>.key), then URL and model: the server's log says which, in a line that"
                                    + " begins with \"The upstream of\"")),
            Map.entry("upstream-unavailable", new Meaning(UPSTREAM_DOWN, LOOK_AT_UPSTREAM)),
            Map.entry("upstream-timeout", new Meaning("the upstream does not answer in time", LOOK_AT_UPSTREAM)),
            Map.entry("upstream-failed", new Meaning("the upstream fails", LOOK_AT_UPSTREAM)),
            Map.entry("upstream-cut", new Meaning("the upstream breaks off", LOOK_AT_UPSTREAM)),
            Map.entry(
                    "upstream-malformed",
                    new Meaning("what answers is no OpenAI-compatible API", "check OPENAI_BASE_URL; /v1 belongs to it")),
            Map.entry(
                    "agent-disabled",
                    new Meaning("the agent is switched off", "switch it on in /admin/, or unset VOICE_AGENT_ENABLED")),
            Map.entry("leaving", new Meaning("the server is about to stop", "ask another one, or wait for its successor")),
            Map.entry("busy", new Meaning("all lines are busy", "more servers, or a larger voice.turns.slots")),
            Map.entry(
                    "budget-spent",
                    new Meaning("the budget is spent", "raise voice.budget.day or voice.budget.month, or wait for the next")),
            Map.entry(
                    "voice-budget-spent",
                    new Meaning("the voice's part of the budget is spent", "raise the budget, or voice.budget.voice-share")),
            Map.entry(
                    "rate-limit",
                    new Meaning(
                            "this address has asked too much in this hour",
                            "wait; where all callers count as one, name the proxy in voice.proxies")),
            Map.entry(
                    "origin-not-allowed",
                    new Meaning(
                            "pages of this origin may not call the agent",
                            "voice.public-url has to be where visitors reach it (or give --public-url), other sites belong into"
                                    + " voice.origins")),
            Map.entry(
                    "memory-unavailable",
                    new Meaning("the cluster sorts itself out", "wait; if it lasts, look at the members' network")),
            Map.entry(
                    "session-out-of-sight",
                    new Meaning("members of the cluster are missing", "start them, or look at the network between them")),
            Map.entry("no-speech", new Meaning("the server heard no words", "listen to what POST /speak gives")));

    private Refusals() {}

    /** @param what was asked for */
    static Fault of(String what, Reply reply) {
        return reply.isJson() && reply.status() >= 400
                ? of(what, reply.json())
                : new Fault(
                        what + ": HTTP " + reply.status(),
                        reply.status() >= 500
                                ? "look at the proxy's log and whether it reaches the server, then at the server's log"
                                : "look whether the address, with its context path, is the agent's, and what the proxy lets through");
    }

    /** @param problem as the server told it */
    static Fault of(String what, Map<String, Object> problem) {
        String name = Reply.problem(problem);
        Meaning meaning = MEANINGS.getOrDefault(
                name, new Meaning(Json.text(problem.get("title")) + ": " + Json.text(problem.get("detail")), LOG));
        int status = Json.number(problem.get("status"));
        String numbered = status == 0 ? name : status + " " + name;
        return new Fault("%s: %s (%s)".formatted(what, meaning.told(), numbered), meaning.remedy());
    }

    /** @param name of the problem, without more */
    static Fault named(String what, String name) {
        return of(what, Map.of("type", name.startsWith("/") ? name : "/problems/" + name, "title", name));
    }
}
