package org.voiceagent.members;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.voiceagent.cluster.ClusterMember;
import org.voiceagent.cluster.ClusterUnavailable;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.conversation.entity.Admittance;
import org.voiceagent.conversation.entity.Ending;
import org.voiceagent.conversation.entity.Fingerprint;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.conversation.store.ConversationMemory;
import org.voiceagent.conversation.store.TestMemories;
import org.voiceagent.database.TestDatabases;
import org.voiceagent.limits.store.CounterMap;
import org.voiceagent.limits.store.Counters;
import org.voiceagent.limits.store.MemberCounters;

/**
 * A member without a server around it: cluster and stores as the product has them, in a process that can be killed, and a
 * door on loopback for a test to talk through. Arguments: the door's port, then configuration keys as key=value, and the
 * URL of a database where its memory is to be durable.
 */
public final class MemberMain {

    private static final Logger LOG = Logger.getLogger(MemberMain.class.getName());
    private static final int BACKLOG = 200;
    private static final Duration TTL = Duration.ofHours(1);

    /** The URL of its database; a key of the test's own. */
    static final String DATABASE = "test.database";

    private final TestMemories memories;
    private final ClusterMember member;
    private final ConversationMemory memory;
    private final Counters counters;

    private MemberMain(Map<String, String> keys) {
        Map<String, String> configured = new HashMap<>(keys);
        memories =
                TestMemories.on(Optional.ofNullable(configured.remove(DATABASE)).map(TestDatabases::at));
        member = ClusterMember.start(Catalogue.with(configured), List.of(memories.map(), new CounterMap()));
        memory = memories.of(member, TTL);
        counters = MemberCounters.of(member);
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, String> keys = Arrays.stream(arguments)
                .skip(1)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        MemberMain main = new MemberMain(keys);
        ExecutorService threads = Executors.newCachedThreadPool();
        try (ServerSocket door =
                new ServerSocket(Integer.parseInt(arguments[0]), BACKLOG, InetAddress.getLoopbackAddress())) {
            while (true) {
                Socket caller = door.accept();
                threads.execute(() -> main.answer(caller));
            }
        }
    }

    /** One line in, as {@code /deed?key=value&key=value}; its answer out, or nothing when it failed. */
    private void answer(Socket caller) {
        try (caller;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
            String[] parts = in.readLine().split("\\?", 2);
            String said = "ok " + deed(parts[0], parts.length > 1 ? asked(parts[1]) : Map.<String, String>of());
            caller.getOutputStream().write(said.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException failed) {
            LOG.log(Level.WARNING, "a call failed", failed);
        }
    }

    private String deed(String name, Map<String, String> asked) {
        return switch (name) {
            case "/begin" -> begin(asked);
            case "/turn" -> turn(memory, asked);
            case "/recall" -> recall(asked);
            case "/count" -> count(asked);
            case "/taken" -> Long.toString(counters.taken(asked.get("counter")));
            case "/members" -> Integer.toString(member.size());
            case "/safe" -> Boolean.toString(member.isSafe());
            case "/doubt" -> Boolean.toString(member.inDoubt());
            case "/leave" -> leave();
            case "/fill" -> fill(asked);
            case "/pace" -> pace();
            case "/entries" -> MemberInside.entries();
            case "/heap" -> MemberInside.heap();
            case "/shape" -> MemberInside.shape();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private String begin(Map<String, String> asked) {
        memory.begin(new SessionRef(asked.get("session")), Preferences.NONE);
        return "begun";
    }

    /** Admits and remembers one turn; answers only when it is remembered. */
    private static String turn(ConversationMemory memory, Map<String, String> asked) {
        SessionRef session = new SessionRef(asked.get("session"));
        TurnId id = new TurnId(UUID.fromString(asked.get("turn")));
        String text = asked.get("text");
        Fingerprint print = Fingerprint.of(List.of(text));
        Admittance answer = memory.admit(session, id, print);
        if (answer instanceof Admittance.Admitted admitted) {
            Turn turn = new Turn(id, text, "an answer to " + text, Instant.now(), Outcome.DONE, List.of());
            remember(memory, session, turn, admitted.number(), print);
            return "remembered";
        }
        if (answer instanceof Admittance.Over) {
            return "remembered before";
        }
        throw new IllegalStateException("refused: " + answer);
    }

    private static void remember(
            ConversationMemory memory, SessionRef session, Turn turn, long number, Fingerprint print) {
        try {
            if (!memory.remember(session, turn, number, print)) {
                throw new IllegalStateException("the session has gone");
            }
        } catch (ClusterUnavailable failed) {
            memory.end(session, turn.id(), Ending.FAILED);
            throw failed;
        }
    }

    private String recall(Map<String, String> asked) {
        return memory.recall(new SessionRef(asked.get("session"))).orElseThrow().turns().stream()
                .map(Turn::question)
                .collect(Collectors.joining("\n"));
    }

    private String count(Map<String, String> asked) {
        return Boolean.toString(
                counters.count(asked.get("counter"), 1, Long.parseLong(asked.get("most")), Duration.ofMinutes(10)));
    }

    private String fill(Map<String, String> asked) {
        int turns = Integer.parseInt(asked.get("turns"));
        ConversationMemory shortLived = memories.of(member, Duration.parse(asked.get("ttl")));
        return MemberInside.fill(
                Integer.parseInt(asked.get("sessions")),
                session -> shortLived.begin(session, Preferences.NONE),
                session -> talk(shortLived, session, turns));
    }

    private String pace() {
        SessionRef session = new SessionRef(UUID.randomUUID().toString().replace("-", ""));
        memory.begin(session, Preferences.NONE);
        return MemberInside.times(() -> talk(memory, session, 1));
    }

    private static void talk(ConversationMemory memory, SessionRef session, int turns) {
        for (int turn = 0; turn < turns; turn++) {
            turn(
                    memory,
                    Map.of(
                            "session",
                            session.value(),
                            "turn",
                            UUID.randomUUID().toString(),
                            "text",
                            "A question, number " + turn));
        }
    }

    private String leave() {
        member.leave();
        return "left";
    }

    private static Map<String, String> asked(String query) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
