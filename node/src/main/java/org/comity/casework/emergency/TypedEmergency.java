package org.comity.casework.emergency;

import java.util.List;
import java.util.Map;
import org.comity.casework.compose.DrillTick;
import org.comity.casework.compose.PhoneCalls;
import org.comity.ui.TypedText;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.InternationalNumber;
import org.jspecify.annotations.Nullable;

/**
 * The page of an emergency as it was posted.
 *
 * @param draft null before the first save
 * @param spoke somebody of the State that is asked was spoken to; {@code with} whom
 * @param instrument under which it goes; empty for what the page offers first
 * @param drill nobody is woken
 */
record TypedEmergency(
        @Nullable String draft,
        long version,
        String risk,
        String who,
        String to,
        String phone,
        boolean spoke,
        String with,
        String instrument,
        boolean drill) {

    private static final int LONGEST_PHONE = 60;

    static TypedEmergency of(Map<String, List<String>> form) {
        var draft = text(form, "draft", 40);
        var version = text(form, "version", 12);
        var to = text(form, "to", 40);
        var spokenTo = text(form, "spoke", 40);
        // The box names its State: a call to one says nothing of another that was chosen since.
        boolean another = !spokenTo.isEmpty() && !spokenTo.equals(to);
        return new TypedEmergency(
                draft.isEmpty() ? null : draft,
                version.matches("\\d+") ? Long.parseLong(version) : 0,
                clean(form, "risk"),
                clean(form, "who"),
                to,
                text(form, "phone", LONGEST_PHONE).replaceAll("\\s+", " "),
                !spokenTo.isEmpty() && !another,
                another ? "" : text(form, "with", PhoneCalls.LONGEST_PERSON),
                text(form, "instrument", 40),
                DrillTick.in(form));
    }

    /** The other State can dial it. */
    boolean dialled() {
        return InternationalNumber.is(phone);
    }

    /** Whole: what is too long is said at its field. */
    private static String clean(Map<String, List<String>> form, String key) {
        return TypedText.clean(form.getOrDefault(key, List.of("")).getFirst());
    }

    private static String text(Map<String, List<String>> form, String key, int longest) {
        var clean = clean(form, key);
        return CutText.to(clean, longest);
    }
}
