package org.comity.procedure.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.convention.Convention;

/**
 * Names what a request under {@link Convention#OTHER} rests on, in the requesting State's words: no text of it is held here, and no article of another stands for it.
 *
 * @param kind one of {@link #KINDS}; empty while it is not said
 * @param title 1 to {@link #LONGEST} characters, e.g. of a bilateral treaty; empty while it is not said
 * @param article of it; empty where none is named
 */
public record OtherBasis(String kind, String title, String article) {

    public static final List<String> KINDS = List.of("bilateral", "multilateral", "domestic", "reciprocity");
    public static final int LONGEST = 500;
    public static final int LONGEST_ARTICLE = 200;

    public static final String KIND = "basisKind";
    public static final String TITLE = "basis";
    public static final String ARTICLE = "basisArticle";

    public static OtherBasis of(BodyFields request) {
        return new OtherBasis(request.text(KIND), request.text(TITLE), request.text(ARTICLE));
    }

    public boolean empty() {
        return kind.isEmpty() && title.isEmpty() && article.isEmpty();
    }

    /** Leaves its keys out where nothing is named, so that a request under a treaty held here stays as it always was. */
    public void putInto(Map<String, Object> body) {
        body.keySet().removeAll(Set.of(KIND, TITLE, ARTICLE));
        if (!title.isEmpty() || !article.isEmpty() || Convention.OTHER.equals(body.get("instrument")) && !empty()) {
            body.put(KIND, kind);
            body.put(TITLE, title);
            body.put(ARTICLE, article);
        }
    }

    /**
     * What hinders a request that names this instrument and this basis.
     *
     * @param instrument e.g. {@code uncc}; empty while none is named
     * @return keys; message {@code basis.missing.<key>}
     */
    public List<String> missing(String instrument) {
        if (instrument.isEmpty()) {
            return List.of("instrument");
        }
        if (!instrument.equals(Convention.OTHER)) {
            return title.isEmpty() && article.isEmpty() ? List.of() : List.of("basis-other");
        }
        var missing = new ArrayList<String>();
        if (!KINDS.contains(kind)) {
            missing.add("basis-kind");
        }
        if (title.isEmpty()) {
            missing.add("basis");
        }
        if (title.length() > LONGEST) {
            missing.add("basis-long");
        }
        if (article.length() > LONGEST_ARTICLE) {
            missing.add("article-long");
        }
        return missing;
    }

    /** The form's field that settles what {@link #missing} says. */
    public static String formField(String missing) {
        return switch (missing) {
            case "basis-kind" -> KIND;
            case "basis-other" -> "instrument";
            case "basis-long" -> TITLE;
            case "article-long" -> ARTICLE;
            default -> missing;
        };
    }
}
