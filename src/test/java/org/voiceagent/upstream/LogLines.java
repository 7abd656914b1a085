package org.voiceagent.upstream;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Listens to one class's log. */
public final class LogLines extends Handler {

    private final Logger logger;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LogLines(Logger logger) {
        this.logger = logger;
    }

    public static LogLines of(Class<?> type) {
        return new LogLines(Logger.getLogger(type.getName()));
    }

    public void start() {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    public void stop() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }

    public int count() {
        return lines.size();
    }

    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public void publish(LogRecord record) {
        String cause = record.getThrown() == null ? "" : " " + record.getThrown();
        lines.add(record.getLevel() + " " + record.getMessage() + cause);
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        stop();
    }
}
