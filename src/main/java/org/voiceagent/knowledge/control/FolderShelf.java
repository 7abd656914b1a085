package org.voiceagent.knowledge.control;

import java.util.List;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.knowledge.entity.Passage;

/**
 * The documents of a folder that may change. While it cannot be read, or has nothing to read, what was read last stays.
 *
 * <p>A look compares names, sizes and times. What the operating system tells of changes it does not tell of network drives,
 * nor of the links by which Kubernetes changes a folder. A change is taken up when two looks in a row find the same, so that
 * a file is not read while it is written.
 */
final class FolderShelf extends Shelf {

    private static final String NOTHING = "The knowledge folder has no document that can be read";

    private final KnowledgeFolder folder;
    private volatile List<Passage> passages;
    private String seen;
    private String read;

    /**
     * Reads the folder.
     *
     * @throws ConfigurationError when there is nothing to read
     */
    FolderShelf(KnowledgeFolder folder, Library library) {
        super(library);
        this.folder = folder;
        List<DocumentFile> files = folder.documents();
        library.read(files, true);
        passages = library.passages();
        if (passages.isEmpty()) {
            throw KnowledgeFolder.unusable("holds no document that can be read (*.md, *.html, *.pdf)");
        }
        read = DocumentFile.print(files);
        seen = read;
    }

    @Override
    boolean look(boolean all, boolean due) {
        if (!all && !folder.changes()) {
            return false;
        }
        reading = all;
        try {
            List<DocumentFile> files = folder.documents();
            String print = DocumentFile.print(files);
            boolean settled = print.equals(seen);
            seen = print;
            if (!all && !(settled && (files.isEmpty() || !print.equals(read) || due))) {
                return false;
            }
            reading = true;
            takeUp(files, all);
            read = print;
            return !files.isEmpty();
        } catch (ConfigurationError gone) {
            // when it is back it is taken up, though nothing may have changed
            read = "";
            trouble.begins("The knowledge folder cannot be read");
            return false;
        } finally {
            reading = false;
        }
    }

    private void takeUp(List<DocumentFile> files, boolean all) {
        if (!files.isEmpty()) {
            // a drive that is not there has no files, and what was read from it is not lost
            library.read(files, all);
        }
        List<Passage> now = library.passages();
        if (files.isEmpty() || now.isEmpty()) {
            trouble.begins(NOTHING);
            return;
        }
        passages = now;
        trouble.ends();
    }

    @Override
    List<Passage> passages() {
        return passages;
    }
}
