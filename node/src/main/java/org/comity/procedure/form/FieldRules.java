package org.comity.procedure.form;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.procedure.ActField;
import org.comity.procedure.ActTable;
import org.jspecify.annotations.Nullable;

/**
 * Rules of content that every procedure asks of its fields; each throws {@link FieldBroken}.
 *
 * @param law the procedure as the law data name it, e.g. {@code preservation}
 */
public record FieldRules(String law) {

    public static final int LONGEST_TEXT = 8000;

    private static final Set<ActField.Kind> LISTS =
            Set.of(ActField.Kind.CHOICES, ActField.Kind.LINES, ActField.Kind.ROWS);

    /** What {@code table} needs in every act, and no text longer than {@link #LONGEST_TEXT}. */
    public void check(ActTable table, String type, BodyFields body) {
        notTooLong(body.json());
        table.of(type).stream()
                .filter(it -> !it.fact() && it.need() == ActField.Need.ALWAYS)
                .filter(it -> !LISTS.contains(it.kind()))
                .forEach(it -> needs(body, it.key()));
    }

    public void needs(BodyFields body, String key) {
        if (body.text(key).isEmpty()) {
            throw broken("missing", key);
        }
    }

    public void oneOf(String key, BodyFields body, Set<String> allowed) {
        if (!allowed.contains(body.text(key))) {
            throw broken("unknown", key);
        }
    }

    /** Each of the list is allowed, and none stands there twice. */
    public void known(BodyFields body, String key, Set<String> allowed) {
        var said = body.texts(key);
        if (!allowed.containsAll(said) || new HashSet<>(said).size() != said.size()) {
            throw broken("unknown", key);
        }
    }

    /** Rows and lists within the body count too, under the name of their field. */
    public void notTooLong(Map<String, Object> body) {
        body.forEach((key, value) -> {
            if (tooLong(value)) {
                throw broken("too-long", key);
            }
        });
    }

    private static boolean tooLong(@Nullable Object value) {
        return switch (value) {
            case String text -> text.length() > LONGEST_TEXT;
            case List<?> list -> list.stream().anyMatch(FieldRules::tooLong);
            case Map<?, ?> map -> map.values().stream().anyMatch(FieldRules::tooLong);
            case null, default -> false;
        };
    }

    public FieldBroken broken(String what, String key) {
        return new FieldBroken(law, what, key);
    }
}
