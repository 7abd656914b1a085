package org.voiceagent.answer.control;

import java.util.List;
import java.util.Optional;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.cost.Usage;
import org.voiceagent.upstream.EventStreamReader;
import org.voiceagent.upstream.UpstreamProblem;
import org.voiceagent.upstream.UpstreamProblem.Kind;
import org.voiceagent.upstream.UpstreamStream;

/** A response read from a chat completion stream; for one reader, closable from any thread. */
final class OpenAiAnswerStream implements AnswerStream {

    private static final int CHARACTERS_PER_TOKEN = 4;

    private final UpstreamStream stream;
    private final EventStreamReader events;
    private final CitationFilter filter = new CitationFilter();
    private final List<Excerpt> excerpts;
    private final int promptCharacters;
    private Optional<String> finish = Optional.empty();
    private volatile Optional<Usage> counted = Optional.empty();
    /** Written by the reader alone; who cancels reads what was consumed. */
    private volatile int characters;

    private boolean ended;

    OpenAiAnswerStream(UpstreamStream stream, List<Excerpt> excerpts, int promptCharacters) {
        this.stream = stream;
        this.events = new EventStreamReader(stream::read);
        this.excerpts = excerpts;
        this.promptCharacters = promptCharacters;
    }

    @Override
    public Optional<String> next() {
        while (!ended) {
            Optional<ChatEvent> event = event();
            String text = event.isPresent() ? take(event.get()) : end();
            if (!text.isEmpty()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private Optional<ChatEvent> event() {
        try {
            return events.next().map(ChatEvent::parse);
        } catch (UpstreamProblem problem) {
            if (finish.isPresent() && problem.kind() != Kind.CANCELLED) {
                return Optional.empty(); // the response was complete; only the usage is missing
            }
            throw problem;
        }
    }

    private String take(ChatEvent event) {
        counted = event.usage().or(() -> counted);
        characters += event.text().length();
        String text = filter.accept(event.text());
        if (event.finish().isPresent()) {
            finish = event.finish();
            text += filter.finish(); // not to be spoken late, while the usage is awaited
        }
        return text;
    }

    private String end() {
        if (finish.isEmpty() && !events.done()) {
            throw new UpstreamProblem(Kind.CUT);
        }
        if (characters == 0) {
            boolean declined = finish.filter("content_filter"::equals).isPresent();
            throw new UpstreamProblem(declined ? Kind.DECLINED : Kind.FAILED);
        }
        ended = true;
        stream.close();
        return filter.finish();
    }

    @Override
    public List<Excerpt> grounds() {
        return filter.cited().stream()
                .filter(number -> number >= 1 && number <= excerpts.size())
                .map(number -> excerpts.get(number - 1))
                .toList();
    }

    @Override
    public Usage usage() {
        return counted.orElseGet(
                () -> new Usage(promptCharacters / CHARACTERS_PER_TOKEN, 0, characters / CHARACTERS_PER_TOKEN));
    }

    @Override
    public void close() {
        stream.close();
    }
}
