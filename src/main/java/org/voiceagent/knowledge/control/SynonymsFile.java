package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.ParseException;
import java.util.Optional;
import org.voiceagent.configuration.ConfigurationError;

/** The file of a site's synonyms, which may change. While it cannot be read or has a line that is no rule, what it said before stays. */
final class SynonymsFile {

    static final String KEY = "voice.knowledge.synonyms";

    private static final System.Logger LOG = System.getLogger(SynonymsFile.class.getName());

    /** A list of words, not a corpus: all of it is held in memory and looked through by each language. */
    private static final long MOST_BYTES = 1L << 20;

    private final Optional<Path> file;
    private volatile SiteSynonyms current = SiteSynonyms.NONE;
    private volatile Optional<String> trouble = Optional.empty();
    private String read = "";

    /** @throws ConfigurationError when there is a file and it is none of synonyms */
    SynonymsFile(Optional<String> path) {
        this.file = path.map(Path::of);
        look();
        trouble.ifPresent(why -> {
            throw new ConfigurationError(KEY, "is not usable: " + why);
        });
    }

    /** As they were read last. */
    SiteSynonyms current() {
        return current;
    }

    /** Why what the file says now is not what counts; empty when it is. */
    Optional<String> trouble() {
        return trouble;
    }

    /** Reads the file where it has changed. */
    synchronized void look() {
        file.ifPresent(path -> {
            String print = print(path);
            if (!print.equals(read)) {
                read = print;
                take(path);
            }
        });
    }

    private static String print(Path path) {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return now.size() + " " + now.lastModifiedTime().toInstant() + " " + now.fileKey();
        } catch (IOException unreadable) {
            return "unreadable";
        }
    }

    private void take(Path path) {
        try {
            if (Files.size(path) > MOST_BYTES) {
                troubled("it is larger than " + MOST_BYTES + " bytes");
                return;
            }
            current = SiteSynonyms.parse(Files.readString(path));
            trouble = Optional.empty();
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} rules of synonyms",
                    current.rules().size());
        } catch (ParseException wrong) {
            troubled(wrong.getMessage());
        } catch (CharacterCodingException other) {
            troubled("it is not UTF-8");
        } catch (IOException unreadable) {
            troubled("it cannot be read: " + unreadable.getClass().getSimpleName());
        }
    }

    private void troubled(String why) {
        String what = "The file of synonyms is not taken up: " + why;
        LOG.log(System.Logger.Level.WARNING, "{0}; what it said before stays", what);
        trouble = Optional.of(what);
    }
}
