package org.comity.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.StateParty;
import org.jspecify.annotations.Nullable;

/** Makes participants of whom a test asks nothing but what their entries say of treaties. */
public final class ParticipantForTests {

    private ParticipantForTests() {}

    public static Participant of(
            String id, LocalDate checked, @Nullable List<TreatyEntry> treaties, @Nullable List<Agreement> agreements) {
        return of(id, profile(checked, treaties, agreements));
    }

    /** One that is no State's contact point. */
    public static Participant of(
            String id, LocalDate checked, @Nullable List<TreatyEntry> treaties, ParticipantKind kind) {
        return of(id, profile(checked, treaties, null), kind);
    }

    static StateProfile profile(
            LocalDate checked, @Nullable List<TreatyEntry> treaties, @Nullable List<Agreement> agreements) {
        return new StateProfile(
                true, false, true, false, Map.of(), Map.of(), List.of(), "", List.of(), checked, treaties, agreements);
    }

    static Participant of(String id, StateProfile profile) {
        return of(id, profile, ParticipantKind.CONTACT_POINT);
    }

    private static Participant of(String id, StateProfile profile, ParticipantKind kind) {
        return new Participant(
                id,
                new StateParty(id.substring(0, 2)),
                Map.of("en", id),
                Map.of(),
                ZoneOffset.UTC,
                null,
                List.of("en"),
                "",
                "",
                "",
                Map.of(),
                profile,
                1,
                Instant.EPOCH,
                Instant.MAX,
                kind);
    }
}
