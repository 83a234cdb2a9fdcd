package org.comity.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says that a State is party to a treaty, since when, and what it declared upon it; all by its own signed word.
 *
 * @param instrument by id of the convention data, e.g. {@code uncc}
 * @param since the day from which it binds this State; null if it will from the treaty's own entry into force
 */
public record TreatyEntry(String instrument, @Nullable LocalDate since, List<Statement> statements) {

    public TreatyEntry {
        statements = List.copyOf(statements);
    }

    /** As entries write it in lower case. */
    public enum Kind {
        RESERVATION,
        DECLARATION;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One reservation or declaration.
     *
     * @param article that it bears on, as lawyers cite it, e.g. {@code 42(5)}
     * @param offences by article of the instrument, or {@link #OUTSIDE}; empty if it says nothing of offences
     * @param text in the State's own words
     * @param date on which it was made
     */
    public record Statement(Kind kind, String article, List<String> offences, String text, LocalDate date) {

        /** Offences that the instrument does not establish. */
        public static final String OUTSIDE = "outside";

        public Statement {
            offences = List.copyOf(offences);
        }

        /** Does it bear on this paragraph, or on the article or paragraph that holds it? */
        public boolean bearsOn(String ref) {
            return ref.equals(article) || ref.startsWith(article + "(");
        }

        /** Does it speak of a request that names these offences of the instrument, none of them if it rests on others? */
        public boolean speaksOf(List<String> named) {
            return offences.isEmpty()
                    || named.isEmpty() && offences.contains(OUTSIDE)
                    || named.stream().anyMatch(offences::contains);
        }
    }
}
