package org.comity.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Passes requests on inside our State, takes them back and gives them back with a note, as programs wish it. */
public interface OfficesByProgram {

    Passed passed(String reference, Official by);

    /**
     * @param aim a day, or nothing
     * @throws org.comity.vocabulary.RuleBroken that names the first field that is not right; so does {@link #giveBack}
     */
    Passed pass(String reference, String office, String asked, String aim, Official by, Language language);

    Passed takeBack(String reference, long passage, Official by, Language language);

    /** The desk has read the notes of what came back. */
    Passed noted(String reference, Official by);

    /**
     * From then on the office no longer sees it.
     *
     * @param how {@code done} or {@code not-ours}
     */
    void giveBack(String reference, String how, String note, Official by, Language language);

    /** @param possible it came to us and is not over; {@code fits} those that may do it, the likeliest first */
    record Passed(String reference, boolean possible, List<PassageJson> passages, List<FitJson> fits) {}

    record FitJson(String office, List<String> places, List<String> matters) {}

    /** @param end null while it is with the office; {@code unread} it came back and nobody has said that it was read */
    record PassageJson(
            long id,
            String office,
            String asked,
            @Nullable LocalDate aim,
            Instant passedAt,
            @Nullable LocalDate ownAim,
            boolean late,
            @Nullable String end,
            String note,
            @Nullable Instant endedAt,
            boolean unread) {}
}
