package org.comity.convention;

import java.util.List;
import java.util.Optional;

/** The official words of articles, from the documents that an administrator loaded on this node; none come with the program. */
public interface OfficialTexts {

    /**
     * In this language if it was loaded, else in English, else in any; nothing where no document was.
     *
     * @param instrument e.g. {@code uncc}
     * @param article e.g. {@code 42}
     */
    Optional<OfficialText> article(String instrument, String article, String language);

    /**
     * @param language in which it is
     * @param document its name where its hash is known, else of the file that was loaded
     * @param sha256 of the file, in hex
     * @param recognised the hash is one that the law data know
     * @param paragraphs in their order, title first
     */
    record OfficialText(String language, String document, String sha256, boolean recognised, List<String> paragraphs) {

        public OfficialText {
            paragraphs = List.copyOf(paragraphs);
        }
    }
}
