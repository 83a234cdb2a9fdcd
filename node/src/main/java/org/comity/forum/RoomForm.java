package org.comity.forum;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/** What an officer types to propose a room; kept as typed until it is right. */
public record RoomForm(
        String id,
        String title,
        String language,
        String terms,
        String label,
        boolean chatham,
        boolean working,
        boolean everybody,
        String deletedOn)
        implements Serializable {

    /** Addresses of pages. */
    private static final Set<String> NO_NAMES =
            Set.of("at", "held", "search", "moderation", "digest", "topics", "posts", "waiting", "notices");

    static final RoomForm EMPTY = new RoomForm("", "", "en", "", "green", false, false, false, "");

    static RoomForm of(KeptRoom room) {
        return new RoomForm(
                room.id(),
                room.title(),
                room.language(),
                room.terms(),
                room.light().word(),
                room.chatham(),
                room.working(),
                room.everybody(),
                room.deletedOn() == null ? "" : room.deletedOn().toString());
    }

    static RoomForm of(Map<String, String> typed) {
        return new RoomForm(
                TypedText.clean(typed.get("id")),
                TypedText.line(typed.get("title")),
                TypedText.clean(typed.get("language")),
                TypedText.clean(typed.get("terms")),
                TypedText.clean(typed.get("label")),
                "yes".equals(typed.get("chatham")),
                "yes".equals(typed.get("working")),
                "yes".equals(typed.get("everybody")),
                TypedText.clean(typed.get("deletedOn")));
    }

    /** @param today a room cannot be deleted before tomorrow */
    FormProblems problems(LocalDate today) {
        var found = FormProblems.NONE;
        if (!isName(id) || NO_NAMES.contains(id)) found = found.with("id", "forum.needed.id");
        if (title.isEmpty() || title.length() > 120) found = found.with("title", "forum.needed.room-title");
        if (!language.matches("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?"))
            found = found.with("language", "forum.needed.language");
        if (terms.isEmpty() || terms.length() > 4_000) found = found.with("terms", "forum.needed.terms");
        var light = TrafficLight.of(label);
        if (light.isEmpty()) found = found.with("label", "forum.needed.label");
        if (everybody && light.isPresent() && TrafficLight.GREEN.widerThan(light.get())) {
            found = found.with("everybody", "forum.needed.members");
        }
        boolean red = light.filter(it -> it == TrafficLight.RED).isPresent();
        var day = day();
        if (red && day == null || day != null && !day.isAfter(today) || day == null && !deletedOn.isEmpty()) {
            found = found.with("deletedOn", "forum.needed.deleted-on");
        }
        return found;
    }

    static boolean isName(String said) {
        return said.matches("[a-z][a-z0-9-]{1,39}");
    }

    @Nullable
    LocalDate day() {
        return TypedText.day(deletedOn).orElse(null);
    }
}
