import command.Json;
import command.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks a running Voice Agent the questions of a file, as visitors do, and tells how good its answers are. Run it by
 * bin/evaluate; what it counts and writes stands in docs/evaluation.md.
 */
class Evaluate {

    private static final int MET = 0;
    private static final int MISSED = 1;
    private static final int NOT_MEASURED = 2;

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** @return the exit code */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (List.of(arguments).contains("--help")) {
            out.print(Options.USAGE);
            return MET;
        }
        try {
            return evaluate(Options.of(arguments), out);
        } catch (NotMeasured reason) {
            err.println(reason.getMessage());
            return NOT_MEASURED;
        }
    }

    private static int evaluate(Options options, PrintStream out) {
        List<Question> questions = Question.read(options.questions());
        Optional<Map<String, Object>> previous = options.previous().map(Report::read);
        Agent agent = Agent.at(options.url(), options.patience());
        out.printf("Asking %d questions at %s%n", questions.size(), options.url());
        Interview interview = new Interview(agent);
        Score score = new Score(interview.ask(Question.conversations(questions), options.parallel()));
        score.requireAny();
        out.print(new Summary(score, options));
        previous.map(last -> new Difference(last, score)).ifPresent(out::print);
        Report.write(options, score);
        interview.left().forEach(reason -> out.printf("A session could not be erased: %s%n", reason));
        out.printf("Report: %s%n", options.report());
        List<String> missed = options.missed(score);
        missed.forEach(out::println);
        return missed.isEmpty() ? MET : MISSED;
    }
}

/** There is no result: called wrongly, or nobody answers. */
class NotMeasured extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotMeasured(String message) {
        super(message);
    }
}

/** What the command was called with. */
class Options {

    static final String USAGE = """
            bin/evaluate [option value]...
              --url http://localhost:8080   the server, with its context path
              --questions file              default: those about the demo shop
              --report file                 where the report goes, default evaluation.json
              --previous file               the report to compare with, default: what stands in --report before
              --parallel 1                  conversations at once
              --patience 120                seconds to wait, at most, where the server says Retry-After
              --prices in,cached,out        of a million tokens, to tell the cost
              --right 90                    aim: so many percent of the answerable questions, at least
              --wrong 3                     aim: so many percent of the answerable questions, at most
              --off-topic 10                aim: so many percent of the off-topic questions answered, at most
            Exit code: 0 the aims hold; 1 they do not, or a question failed; 2 nothing was measured.
            """;

    private static final Map<String, String> DEFAULTS = Map.of(
            "url", "http://localhost:8080",
            "questions", "questions.tsv",
            "report", "evaluation.json",
            "parallel", "1",
            "patience", "120");
    private static final Set<String> OTHERS = Set.of("previous", "prices", "right", "wrong", "off-topic");
    private static final int MOST_PARALLEL = 64;
    private static final int LONGEST_PATIENCE = 86_400;

    private final Map<String, String> values = new HashMap<>(DEFAULTS);

    static Options of(String... arguments) {
        Options options = new Options();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            boolean known = DEFAULTS.containsKey(name) || OTHERS.contains(name);
            if (!arguments[i].startsWith("--") || !known) {
                throw new NotMeasured("Unknown: " + arguments[i] + "\n" + USAGE);
            }
            if (i + 1 == arguments.length) {
                throw new NotMeasured(arguments[i] + " needs a value.\n" + USAGE);
            }
            options.values.put(name, arguments[i + 1]);
        }
        options.check();
        return options;
    }

    /** What is wrong is told before anything is asked. */
    private void check() {
        url();
        parallel();
        patience();
        prices();
        Stream.of("right", "wrong", "off-topic").forEach(this::percent);
        if (previous().filter(file -> !Files.isRegularFile(file)).isPresent()) {
            throw new NotMeasured("--previous: there is no file " + values.get("previous"));
        }
    }

    URI url() {
        try {
            URI url = URI.create(values.get("url").replaceFirst("/+$", ""));
            if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
                return url;
            }
        } catch (IllegalArgumentException malformed) {
            throw notA("url", "an address");
        }
        throw notA("url", "an address that begins with http:// or https://");
    }

    Path questions() {
        return Path.of(values.get("questions"));
    }

    Path report() {
        return Path.of(values.get("report"));
    }

    Optional<Path> previous() {
        return Optional.ofNullable(values.get("previous"))
                .map(Path::of)
                .or(() -> Optional.of(report()).filter(Files::isRegularFile));
    }

    int parallel() {
        return number("parallel", 1, MOST_PARALLEL).intValueExact();
    }

    Duration patience() {
        return Duration.ofSeconds(number("patience", 0, LONGEST_PATIENCE).intValueExact());
    }

    /** Of a million tokens: input, cached input, output. */
    Optional<List<BigDecimal>> prices() {
        return Optional.ofNullable(values.get("prices")).map(text -> {
            try {
                List<BigDecimal> prices = Arrays.stream(text.split(",", -1))
                        .map(price -> new BigDecimal(price.strip()))
                        .toList();
                if (prices.size() == 3) {
                    return prices;
                }
            } catch (NumberFormatException malformed) {
                throw notA("prices", "three numbers");
            }
            throw notA("prices", "three numbers");
        });
    }

    /** What does not hold, in words. */
    List<String> missed(Score score) {
        List<String> missed = new ArrayList<>();
        percent("right")
                .filter(aim -> score.percent(Outcome.RIGHT) < aim && score.answerable() > 0)
                .ifPresent(aim -> missed.add(missed("right", score.percent(Outcome.RIGHT), "at least " + aim)));
        percent("wrong")
                .filter(aim -> score.percent(Outcome.WRONG) > aim)
                .ifPresent(aim -> missed.add(missed("wrong", score.percent(Outcome.WRONG), "at most " + aim)));
        percent("off-topic")
                .filter(aim -> score.offTopicPercent() > aim)
                .ifPresent(aim -> missed.add(missed("off-topic answered", score.offTopicPercent(), "at most " + aim)));
        if (score.count(Outcome.FAILED) > 0) {
            missed.add("Missed: some questions failed.");
        }
        return missed;
    }

    private static String missed(String what, double percent, String aim) {
        return String.format(Locale.ROOT, "Missed: %s %.1f %%, aim %s %%.", what, percent, aim);
    }

    private Optional<Double> percent(String name) {
        return values.containsKey(name) ? Optional.of(number(name, 0, 100).doubleValue()) : Optional.empty();
    }

    private BigDecimal number(String name, int least, int most) {
        try {
            BigDecimal number = new BigDecimal(values.get(name));
            boolean whole = DEFAULTS.containsKey(name);
            if (number.compareTo(BigDecimal.valueOf(least)) >= 0
                    && number.compareTo(BigDecimal.valueOf(most)) <= 0
                    && !(whole && number.stripTrailingZeros().scale() > 0)) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            throw notA(name, "a number");
        }
        throw notA(name, "a number from " + least + " to " + most);
    }

    private NotMeasured notA(String name, String what) {
        return new NotMeasured("--" + name + " is not " + what + ": " + values.get(name));
    }
}

/**
 * One question, with what its answer must say.
 *
 * @param source end of the address that answers it, "-" where none is expected
 * @param facts all must be said, each in one of its wordings
 * @param place its line in the file, and whether it goes on with the conversation of the question before it
 */
record Question(String id, Place place, String text, String source, List<List<String>> facts) {

    private static final String NONE = "-";
    private static final String GOES_ON = "+ ";
    private static final int COLUMNS = 5;

    record Place(int line, boolean offTopic, boolean goesOn) {}

    /** Reads tab-separated id, kind, question, source, facts; # starts a comment. */
    static List<Question> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new NotMeasured("The questions cannot be read: " + unreadable);
        }
        List<Question> questions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("id\t")) {
                Question question = parse(line, i + 1);
                question.require(ids.add(question.id()), "id is not the only one");
                question.require(!questions.isEmpty() || !question.place().goesOn(), "nothing to go on with");
                questions.add(question);
            }
        }
        if (questions.isEmpty()) {
            throw new NotMeasured("There is no question in " + file);
        }
        return questions;
    }

    private static Question parse(String line, int number) {
        String[] columns = line.split("\t");
        if (columns.length != COLUMNS || !List.of("answerable", "offtopic").contains(columns[1])) {
            throw new NotMeasured("Line " + number + ": not id, answerable or offtopic, question, source and facts");
        }
        boolean goesOn = columns[2].startsWith(GOES_ON);
        String text = columns[2].substring(goesOn ? GOES_ON.length() : 0).strip();
        Place place = new Place(number, columns[1].equals("offtopic"), goesOn);
        Question question = new Question(columns[0], place, text, columns[3].strip(), facts(columns[4].strip()));
        question.require(
                place.offTopic() || question.hasSource() || !question.facts().isEmpty(), "neither source nor facts");
        return question;
    }

    private static List<List<String>> facts(String column) {
        return column.equals(NONE)
                ? List.of()
                : Arrays.stream(column.toLowerCase(Locale.ROOT).split("&"))
                        .map(fact -> Arrays.stream(fact.split("\\|"))
                                .map(String::strip)
                                .toList())
                        .toList();
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            throw new NotMeasured("Line " + place.line() + ": " + problem);
        }
    }

    /** Each begins with a question that does not go on. */
    static List<List<Question>> conversations(List<Question> questions) {
        List<List<Question>> conversations = new ArrayList<>();
        for (Question question : questions) {
            if (!question.place().goesOn()) {
                conversations.add(new ArrayList<>());
            }
            conversations.get(conversations.size() - 1).add(question);
        }
        return conversations;
    }

    boolean offTopic() {
        return place.offTopic();
    }

    boolean hasSource() {
        return !source.equals(NONE);
    }

    /** Whether the answer says all facts; where none are expected, whether it names the source. */
    boolean answeredBy(Answer answer) {
        return facts.isEmpty() ? namedBy(answer) : missing(answer).isEmpty();
    }

    boolean namedBy(Answer answer) {
        return answer.sources().stream().anyMatch(url -> url.equals(source) || url.endsWith("/" + source));
    }

    /** The facts that are not said, each in its first wording. */
    List<String> missing(Answer answer) {
        String said = answer.response().toLowerCase(Locale.ROOT);
        return facts.stream()
                .filter(wordings -> wordings.stream().noneMatch(said::contains))
                .map(wordings -> wordings.get(0))
                .toList();
    }
}

/** How a question fared. */
enum Outcome {
    /** All facts said. */
    RIGHT,
    /** An answer given that lacks a fact. */
    WRONG,
    /** "Did you mean ...?", and "yes" gives the right answer. */
    ASKED_BACK,
    /** "I don't know", or asked back about something else. */
    UNKNOWN,
    /** No answer at all. */
    FAILED,
    /** An off-topic question got an answer. */
    OFF_TOPIC_ANSWERED,
    /** An off-topic question got none. */
    OFF_TOPIC_REFUSED;

    boolean good() {
        return this == RIGHT || this == OFF_TOPIC_REFUSED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

/**
 * What the server answered.
 *
 * @param sources addresses
 * @param milliseconds from the question to the whole answer
 */
record Answer(String response, List<String> sources, Tokens tokens, long milliseconds) {

    private static final Pattern ASKED_BACK = Pattern.compile("^Did you mean\\b.*\\?$", Pattern.DOTALL);

    /** As the upstream counted them; the cached ones are part of the input. */
    record Tokens(int input, int cachedInput, int output) {

        static final Tokens NONE = new Tokens(0, 0, 0);
    }

    static Answer failed(String reason) {
        return new Answer(reason, List.of(), Tokens.NONE, 0);
    }

    static Answer of(Map<String, Object> body, long milliseconds) {
        List<String> sources = Json.list(body.get("sources")).stream()
                .map(source -> Json.text(Json.object(source).get("url")))
                .toList();
        Map<String, Object> usage = Json.object(body.get("usage"));
        Tokens tokens = new Tokens(
                Json.number(usage.get("input")),
                Json.number(usage.get("cachedInput")),
                Json.number(usage.get("output")));
        return new Answer(Json.text(body.get("response")), sources, tokens, milliseconds);
    }

    /** An answer rests on what the site says, and names it. */
    boolean known() {
        return !sources.isEmpty();
    }

    boolean askedBack() {
        return !known() && ASKED_BACK.matcher(response.strip()).matches();
    }
}

/** The calls of a visitor. */
class Agent {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(120);
    private static final Set<Integer> COME_AGAIN = Set.of(429, 503);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI url;
    private final Duration patience;
    private Optional<String> consent = Optional.empty();

    private Agent(URI url, Duration patience) {
        this.url = url;
        this.patience = patience;
    }

    /** @throws NotMeasured where no agent answers */
    static Agent at(URI url, Duration patience) {
        Agent agent = new Agent(url, patience);
        try {
            Map<String, Object> config =
                    agent.call(agent.request("/config").GET()).body();
            Map<String, Object> consent = Json.object(config.get("consent"));
            if (Boolean.TRUE.equals(consent.get("required"))) {
                agent.consent = Optional.of(Json.text(consent.get("version")));
            }
            return agent;
        } catch (Refused refused) {
            throw new NotMeasured("No Voice Agent answers at " + url + ": " + refused.getMessage());
        }
    }

    /** The id of a new session, with consent where the server requires it. */
    String session() {
        String session = Json.text(
                call(request("/sessions").POST(BodyPublishers.noBody())).body().get("sessionId"));
        consent.ifPresent(version -> {
            Map<String, Object> agreed = Map.of("conversation", true, "textVersion", version);
            call(inSession(session, "/sessions/current/consent").PUT(json(agreed)));
        });
        return session;
    }

    Answer ask(String session, String question) {
        Called called = call(inSession(session, "/chat").POST(json(Map.of("question", question))));
        return Answer.of(called.body(), called.milliseconds());
    }

    /** Nothing of the evaluation stays among what visitors asked. */
    void erase(String session) {
        call(inSession(session, "/sessions/current").DELETE());
    }

    private HttpRequest.Builder inSession(String session, String path) {
        return request(path).header("Authorization", "Bearer " + session).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + "/api/voice-agent" + path))
                .header("Accept", "application/json")
                .timeout(LONGEST_ANSWER);
    }

    private static HttpRequest.BodyPublisher json(Map<String, Object> body) {
        return BodyPublishers.ofString(Json.write(body));
    }

    private record Called(Map<String, Object> body, long milliseconds) {}

    /** Comes again when the server says so, until patience ends. */
    private Called call(HttpRequest.Builder call) {
        HttpRequest request = call.build();
        long begun = System.nanoTime();
        while (true) {
            long sent = System.nanoTime();
            HttpResponse<String> response = send(request);
            long milliseconds = Duration.ofNanos(System.nanoTime() - sent).toMillis();
            if (response.statusCode() / 100 == 2) {
                return new Called(body(response), milliseconds);
            }
            Duration left = patience.minusNanos(System.nanoTime() - begun);
            Duration wait = comeAgain(response)
                    .filter(told -> told.compareTo(left) <= 0)
                    .orElseThrow(() -> new Refused(problem(response)));
            pause(wait);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (ConnectException | HttpConnectTimeoutException nobody) {
            throw new NotMeasured("Nobody listens at " + url);
        } catch (HttpTimeoutException late) {
            throw new Refused("no answer within " + LONGEST_ANSWER.toSeconds() + " s");
        } catch (IOException broken) {
            throw new NotMeasured("The connection to " + url + " broke: " + broken);
        } catch (InterruptedException stopped) {
            throw stopped();
        }
    }

    private static Optional<Duration> comeAgain(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(told -> COME_AGAIN.contains(response.statusCode()))
                .filter(told -> SECONDS.matcher(told).matches())
                .map(told -> Duration.ofSeconds(Math.max(1, Long.parseLong(told))));
    }

    private static void pause(Duration wait) {
        try {
            TimeUnit.MILLISECONDS.sleep(wait.toMillis());
        } catch (InterruptedException stopped) {
            throw stopped();
        }
    }

    private static NotMeasured stopped() {
        Thread.currentThread().interrupt();
        return new NotMeasured("Stopped");
    }

    private static Map<String, Object> body(HttpResponse<String> response) {
        return response.body().isEmpty() ? Map.of() : Json.read(response.body());
    }

    /** The title and detail of a problem, as far as it is one. */
    private static String problem(HttpResponse<String> response) {
        String told = "";
        if (response.headers().firstValue("Content-Type").orElse("").contains("json")) {
            Map<String, Object> problem = body(response);
            told = " " + Json.text(problem.get("title")) + ": " + Json.text(problem.get("detail"));
        }
        return response.statusCode() + told;
    }
}

/** A question that was asked, and how it fared. */
record Asked(Question question, Answer answer, Outcome outcome) {}

/** Holds the conversations. */
class Interview {

    private static final String YES = "Yes.";

    private final Agent agent;
    private final Queue<String> left = new ConcurrentLinkedQueue<>();

    Interview(Agent agent) {
        this.agent = agent;
    }

    /** Why sessions could not be erased. */
    Queue<String> left() {
        return left;
    }

    /** @return in the order of the questions */
    List<Asked> ask(List<List<Question>> conversations, int parallel) {
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        try {
            List<Callable<List<Asked>>> calls = conversations.stream()
                    .map(one -> (Callable<List<Asked>>) () -> hold(one))
                    .toList();
            List<Future<List<Asked>>> held = calls.stream().map(threads::submit).toList();
            List<Asked> asked = new ArrayList<>();
            for (Future<List<Asked>> one : held) {
                asked.addAll(one.get());
            }
            return asked;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof NotMeasured reason ? reason : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotMeasured("Stopped");
        } finally {
            threads.shutdownNow();
        }
    }

    /** One session, erased at its end. When a question fails, so do those that go on with it. */
    private List<Asked> hold(List<Question> conversation) {
        List<Asked> asked = new ArrayList<>();
        try {
            String session = agent.session();
            try {
                for (Question question : conversation) {
                    asked.add(ask(session, question));
                }
            } finally {
                erase(session);
            }
        } catch (Refused refused) {
            Answer none = Answer.failed(refused.getMessage());
            conversation.stream()
                    .skip(asked.size())
                    .map(question -> new Asked(question, none, Outcome.FAILED))
                    .forEach(asked::add);
        }
        return asked;
    }

    private void erase(String session) {
        try {
            agent.erase(session);
        } catch (Refused refused) {
            left.add(refused.getMessage());
        }
    }

    private Asked ask(String session, Question question) {
        Answer answer = agent.ask(session, question.text());
        return new Asked(question, answer, outcome(session, question, answer));
    }

    private Outcome outcome(String session, Question question, Answer answer) {
        if (question.offTopic()) {
            return answer.known() ? Outcome.OFF_TOPIC_ANSWERED : Outcome.OFF_TOPIC_REFUSED;
        }
        if (answer.known()) {
            return question.answeredBy(answer) ? Outcome.RIGHT : Outcome.WRONG;
        }
        return answer.askedBack() && meant(question, agent.ask(session, YES)) ? Outcome.ASKED_BACK : Outcome.UNKNOWN;
    }

    private static boolean meant(Question question, Answer confirmed) {
        return question.hasSource() ? question.namedBy(confirmed) : question.answeredBy(confirmed);
    }
}

/** The sums. */
class Score {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final List<Asked> asked;

    Score(List<Asked> asked) {
        this.asked = asked;
    }

    /** @throws NotMeasured where no question got an answer */
    void requireAny() {
        if (count(Outcome.FAILED) == asked.size()) {
            throw new NotMeasured(
                    "No question was answered: " + asked.get(0).answer().response());
        }
    }

    List<Asked> asked() {
        return asked;
    }

    long count(Outcome outcome) {
        return asked.stream().filter(one -> one.outcome() == outcome).count();
    }

    long offTopic() {
        return asked.stream().filter(one -> one.question().offTopic()).count();
    }

    long answerable() {
        return asked.size() - offTopic();
    }

    /** Of the answerable questions. */
    double percent(Outcome outcome) {
        return percent(count(outcome), answerable());
    }

    double offTopicPercent() {
        return percent(count(Outcome.OFF_TOPIC_ANSWERED), offTopic());
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    /** Answers that should name a source. */
    List<Asked> sourced() {
        return asked.stream()
                .filter(one -> one.answer().known()
                        && !one.question().offTopic()
                        && one.question().hasSource())
                .toList();
    }

    long named() {
        return sourced().stream()
                .filter(one -> one.question().namedBy(one.answer()))
                .count();
    }

    /** Milliseconds, by nearest rank, of the questions that got an answer. */
    long latency(int percentile) {
        long[] sorted = asked.stream()
                .filter(one -> one.outcome() != Outcome.FAILED)
                .mapToLong(one -> one.answer().milliseconds())
                .sorted()
                .toArray();
        return sorted[Math.max(0, (int) Math.ceil(percentile / 100.0 * sorted.length) - 1)];
    }

    long tokens(ToIntFunction<Answer.Tokens> which) {
        return asked.stream()
                .mapToLong(one -> which.applyAsInt(one.answer().tokens()))
                .sum();
    }

    /** @param prices of a million tokens: input, cached input, output */
    BigDecimal cost(List<BigDecimal> prices) {
        long cached = tokens(Answer.Tokens::cachedInput);
        long input = tokens(Answer.Tokens::input) - cached;
        return Stream.of(
                        prices.get(0).multiply(BigDecimal.valueOf(input)),
                        prices.get(1).multiply(BigDecimal.valueOf(cached)),
                        prices.get(2).multiply(BigDecimal.valueOf(tokens(Answer.Tokens::output))))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(MILLION, MathContext.DECIMAL64);
    }
}

/** What is told on the terminal. */
class Summary {

    private static final int SHOWN = 240;

    private final Score score;
    private final Options options;

    Summary(Score score, Options options) {
        this.score = score;
        this.options = options;
    }

    @Override
    public String toString() {
        return notRight() + sums() + consumed();
    }

    private String sums() {
        return String.format(
                Locale.ROOT,
                "Answerable %d: right %d (%.1f %%), wrong %d (%.1f %%), asked back rightly %d, unknown %d%n"
                        + "Off topic %d: answered %d%nFailed %d%nExpected source named by %d of %d answers%n",
                score.answerable(),
                score.count(Outcome.RIGHT),
                score.percent(Outcome.RIGHT),
                score.count(Outcome.WRONG),
                score.percent(Outcome.WRONG),
                score.count(Outcome.ASKED_BACK),
                score.count(Outcome.UNKNOWN),
                score.offTopic(),
                score.count(Outcome.OFF_TOPIC_ANSWERED),
                score.count(Outcome.FAILED),
                score.named(),
                score.sourced().size());
    }

    private String consumed() {
        String cost = options.prices()
                .map(prices -> ", cost " + score.cost(prices).toPlainString())
                .orElse("");
        return String.format(
                Locale.ROOT,
                "Latency: p50 %d ms, p95 %d ms%nTokens: input %d (cached %d), output %d%s%n",
                score.latency(50),
                score.latency(95),
                score.tokens(Answer.Tokens::input),
                score.tokens(Answer.Tokens::cachedInput),
                score.tokens(Answer.Tokens::output),
                cost);
    }

    private String notRight() {
        return score.asked().stream()
                .filter(asked -> !asked.outcome().good())
                .map(Summary::line)
                .collect(Collectors.joining());
    }

    private static String line(Asked asked) {
        List<String> missing =
                asked.outcome() == Outcome.WRONG ? asked.question().missing(asked.answer()) : List.of();
        String lacks = missing.isEmpty() ? "" : "    lacks: " + String.join(", ", missing) + "\n";
        String sources = asked.answer().known()
                ? "    of: " + String.join(", ", asked.answer().sources()) + "\n"
                : "";
        return "%s %s: %s\n    %s\n"
                        .formatted(
                                asked.question().id(),
                                asked.outcome(),
                                asked.question().text(),
                                shown(asked.answer().response()))
                + lacks
                + sources;
    }

    /** One line, without what could control a terminal. */
    private static String shown(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
    }
}

/** What has changed since another run, for the questions that both have asked in the same words. */
class Difference {

    private final Map<String, Object> last;
    private final Score score;
    private final Map<String, String> before;

    Difference(Map<String, Object> last, Score score) {
        this.last = last;
        this.score = score;
        this.before = Json.list(last.get("answers")).stream()
                .map(Json::object)
                .collect(Collectors.toMap(
                        one -> key(Json.text(one.get("id")), Json.text(one.get("question"))),
                        one -> Json.text(one.get("outcome")),
                        (one, again) -> again));
    }

    @Override
    public String toString() {
        Map<String, Object> latency = Json.object(last.get("latencyMilliseconds"));
        return String.format(
                Locale.ROOT,
                "Since %s: newly right %s; no longer right %s; p50 %+d ms, p95 %+d ms%n",
                Json.text(last.get("at")),
                ids(asked -> asked.outcome().good() && !goodBefore(asked)),
                ids(asked -> !asked.outcome().good() && goodBefore(asked)),
                score.latency(50) - Json.number(latency.get("p50")),
                score.latency(95) - Json.number(latency.get("p95")));
    }

    private String ids(Function<Asked, Boolean> which) {
        String ids = score.asked().stream()
                .filter(asked -> before.containsKey(key(asked)) && which.apply(asked))
                .map(asked -> asked.question().id())
                .collect(Collectors.joining(", "));
        return ids.isEmpty() ? "none" : ids;
    }

    private boolean goodBefore(Asked asked) {
        return Arrays.stream(Outcome.values())
                .filter(Outcome::good)
                .anyMatch(good -> good.toString().equals(before.get(key(asked))));
    }

    private static String key(Asked asked) {
        return key(asked.question().id(), asked.question().text());
    }

    private static String key(String id, String question) {
        return id + "\t" + question;
    }
}

/** The report as JSON. */
class Report {

    private Report() {}

    static Map<String, Object> read(Path file) {
        try {
            Map<String, Object> report = Json.read(Files.readString(file));
            if (report.get("answers") instanceof List) {
                return report;
            }
        } catch (IOException | Refused unreadable) {
            throw new NotMeasured(file + " is no report that can be read: " + unreadable.getMessage());
        }
        throw new NotMeasured(file + " is no report of this command");
    }

    static void write(Options options, Score score) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        report.put("url", options.url().toString());
        report.put("questions", options.questions().toString());
        report.put("answerable", score.answerable());
        report.put("offTopic", score.offTopic());
        for (Outcome outcome : Outcome.values()) {
            report.put(name(outcome), score.count(outcome));
        }
        report.put("sourcesExpected", score.sourced().size());
        report.put("sourcesNamed", score.named());
        report.put("latencyMilliseconds", pair("p50", score.latency(50), "p95", score.latency(95)));
        report.put("tokens", tokens(score));
        options.prices().ifPresent(prices -> report.put("cost", score.cost(prices)));
        report.put("answers", score.asked().stream().map(Report::answer).toList());
        try {
            Files.writeString(options.report(), Json.write(report) + "\n");
        } catch (IOException unwritable) {
            throw new NotMeasured("The report cannot be written: " + unwritable);
        }
    }

    /** As JSON names things: {@code offTopicAnswered}. */
    private static String name(Outcome outcome) {
        return Pattern.compile("-(.)")
                .matcher(outcome.toString())
                .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }

    private static Map<String, Object> tokens(Score score) {
        Map<String, Object> tokens = pair(
                "input", score.tokens(Answer.Tokens::input), "cachedInput", score.tokens(Answer.Tokens::cachedInput));
        tokens.put("output", score.tokens(Answer.Tokens::output));
        return tokens;
    }

    private static Map<String, Object> answer(Asked asked) {
        Map<String, Object> answer =
                pair("id", asked.question().id(), "question", asked.question().text());
        answer.put("outcome", asked.outcome().toString());
        answer.put("response", asked.answer().response());
        answer.put("sources", asked.answer().sources());
        answer.put("milliseconds", asked.answer().milliseconds());
        return answer;
    }

    private static Map<String, Object> pair(String one, Object first, String other, Object second) {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put(one, first);
        pair.put(other, second);
        return pair;
    }
}
