package org.comity.conference.session;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.conference.ConferenceProcedures;
import org.comity.conference.session.SessionPart.Kind;
import org.comity.procedure.form.BodyFields;
import org.jspecify.annotations.Nullable;

/** Reads what an act of a State's part in a session says, by the names that {@code conference/procedures.txt} has for it. */
record SaidInPart(BodyFields body) {

    private static final Map<String, String> NAMES = ConferenceProcedures.read().part();

    SaidInPart(Map<String, Object> body) {
        this(new BodyFields(body));
    }

    /** What the procedure calls it. */
    static String name(String what) {
        return Objects.requireNonNull(NAMES.get(what), what);
    }

    /** Names of the states in which nothing is on its way any more. */
    static Set<String> over() {
        return Stream.of(name("over").split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    /** For which list it is; questions and their answers are for none. */
    @Nullable
    Kind kind() {
        return List.of(Kind.values()).stream()
                .filter(it -> body.json().containsKey(name(it.name().toLowerCase(Locale.ROOT))))
                .findFirst()
                .orElse(null);
    }

    /** The key of the session, however it was typed: no two differ by large letters alone. */
    String session() {
        return text("session").toLowerCase(Locale.ROOT);
    }

    String text(String what) {
        return body.text(name(what));
    }

    /** @param option as it is looked for, e.g. {@code group} */
    boolean says(String what, String option) {
        return text(what).equalsIgnoreCase(name(option));
    }

    @Nullable
    Integer item() {
        var item = text("item");
        return item.matches("[1-9][0-9]?") ? Integer.valueOf(item) : null;
    }
}
