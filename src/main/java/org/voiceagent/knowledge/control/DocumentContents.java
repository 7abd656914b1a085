package org.voiceagent.knowledge.control;

import java.util.List;
import java.util.Optional;
import org.voiceagent.knowledge.entity.Passage;

/**
 * What a document says.
 *
 * @param language as its file's name or it itself says
 * @param passages in reading order; none when it says nothing
 */
record DocumentContents(String title, Optional<String> language, List<Passage> passages) {

    DocumentContents {
        passages = List.copyOf(passages);
    }

    /**
     * The same, in a language that is known. What the name says goes before what the document says: programs write that a PDF or a
     * page is English, whatever it is, and who names a file so means it.
     *
     * @param file its name
     * @param otherwise the language of what says nothing
     */
    DocumentContents named(String file, String otherwise) {
        Optional<String> said = DocumentLanguage.named(file).or(() -> language);
        String known = said.flatMap(DocumentLanguage::of).orElse(otherwise);
        return new DocumentContents(
                title, said, passages.stream().map(passage -> passage.in(known)).toList());
    }
}
