package org.comity.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.StateParty;

/** Says what is still known of a participant without an entry: its identifier, and its State by the entries of its other authorities. */
public final class GoneParticipant {

    private static final StateProfile NOTHING =
            new StateProfile(false, false, false, false, Map.of(), Map.of(), List.of(), "", List.of(), LocalDate.EPOCH);

    private GoneParticipant() {}

    /** For lists and pages, which show what was written to it all the same: its entry, or what is still known of it. */
    public static Participant shown(Directory directory, String id) {
        try {
            return directory.get(id);
        } catch (UnknownParticipant _) {
            return of(id, directory.all());
        }
    }

    /** Whether acts go to it by its node; without an entry it has none. */
    public static boolean hasNode(Directory directory, String id) {
        return shown(directory, id).hasNode();
    }

    private static Participant of(String id, List<Participant> others) {
        var state = new StateParty(StateParty.codeOf(id));
        var sister = others.stream().filter(it -> it.state().equals(state)).findFirst();
        return new Participant(
                id,
                state,
                sister.map(Participant::names).orElse(Map.of()),
                sister.map(Participant::capitals).orElse(Map.of()),
                sister.map(Participant::zone).orElse(ZoneOffset.UTC),
                null,
                List.of(),
                "",
                "",
                "",
                Map.of(),
                NOTHING,
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                ParticipantKind.CONTACT_POINT);
    }
}
