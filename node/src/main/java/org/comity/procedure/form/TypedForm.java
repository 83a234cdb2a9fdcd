package org.comity.procedure.form;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.ui.TypedText;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Puts what one page posted into a body; what the page did not ask stays as it was. */
public final class TypedForm {

    private static final int MOST_LINES = 50;

    private final MultiValueMap<String, String> form;
    private final Map<String, Object> json;

    public TypedForm(MultiValueMap<String, String> form, Map<String, Object> body) {
        this.form = form;
        this.json = new LinkedHashMap<>(body);
    }

    public Map<String, Object> json() {
        return json;
    }

    /** What every page of a request asks: is it urgent? */
    public TypedForm urgency() {
        return flag("emergency").flag("phonedFirst").text("emergencyReason");
    }

    public TypedForm text(String... keys) {
        for (var key : keys) {
            if (form.containsKey(key)) {
                json.put(key, TypedText.clean(form.getFirst(key)));
            }
        }
        return this;
    }

    /** Boxes of the page that are not ticked are not posted. */
    public TypedForm flag(String key) {
        json.put(key, form.containsKey(key));
        return this;
    }

    public TypedForm texts(String... keys) {
        for (var key : keys) {
            json.put(
                    key,
                    form.getOrDefault(key, List.of()).stream()
                            .map(TypedText::clean)
                            .toList());
        }
        return this;
    }

    /** One on each line. */
    public TypedForm lines(String key) {
        json.put(key, linesOf(form.getFirst(key)));
        return this;
    }

    /** Each once, without those in which nothing stands. */
    static List<String> linesOf(@Nullable String typed) {
        return TypedText.clean(typed)
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .limit(MOST_LINES)
                .toList();
    }

    public TypedForm identifiers() {
        json.put(
                "identifiers",
                Identifier.parseAll(TypedText.clean(form.getFirst("identifiers"))).stream()
                        .map(Identifier::json)
                        .toList());
        return this;
    }

    /** What is no day stays as it was typed: its field says that it cannot be read. */
    public TypedForm day(String key) {
        json.put(key, TypedText.clean(form.getFirst(key)));
        return this;
    }

    /** The first second of the day, in UTC. */
    public TypedForm startOf(String key) {
        return instant(key, LocalTime.MIN);
    }

    /** The last second of the day, in UTC. */
    public TypedForm endOf(String key) {
        return instant(key, LocalTime.of(23, 59, 59));
    }

    /**
     * What is no number, or more than the most, stays as it was typed.
     *
     * @param otherwise where nothing was typed; null if then it stands nowhere
     */
    public TypedForm number(String key, @Nullable Integer otherwise, int most) {
        var text = TypedText.clean(form.getFirst(key));
        boolean read = text.matches("[0-9]{1,7}") && Integer.parseInt(text) <= most;
        if (!text.isEmpty()) json.put(key, read ? (Object) Integer.valueOf(text) : text);
        else if (otherwise != null) json.put(key, otherwise);
        else json.remove(key);
        return this;
    }

    /** The same day again leaves the instant as it was, to the second; what is no day stays as it was typed. */
    private TypedForm instant(String key, LocalTime time) {
        var typed = TypedText.clean(form.getFirst(key));
        var day = BodyFields.dayOf(typed);
        if (day == null) {
            json.put(key, typed);
        } else if (!(json.get(key) instanceof String known) || !known.startsWith(typed)) {
            json.put(key, day.atTime(time).toInstant(ZoneOffset.UTC).toString());
        }
        return this;
    }
}
