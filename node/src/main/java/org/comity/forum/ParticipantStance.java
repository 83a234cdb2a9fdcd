package org.comity.forum;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.comity.ui.SeenMark;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * What a participant said in a temperature check, or of an answer that it tried.
 *
 * @param light the narrower of the label under which it was said and that of its topic
 * @param shownAs the participant, or its group
 * @param answer that was tried; null in a temperature check
 */
public record ParticipantStance(
        TrafficLight light,
        String participant,
        String person,
        String shownAs,
        String stance,
        String words,
        Instant at,
        @Nullable Long answer) {

    public static final List<String> ALL = List.of("AGREE", "LIVE_WITH", "CONCERN", "CANNOT_ACCEPT");

    /** How it went where a participant tried the accepted answer. */
    public static final List<String> TRIED = List.of("WORKED", "WORKED_CHANGED", "DID_NOT_WORK");

    static final int LONGEST = 1_000;

    /** As acts, boards, files and messages write a stance. */
    public static String word(String stance) {
        return stance.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * To others of its participant: without words that are hidden, and under the Chatham House Rule nothing but that there is a
     * line, since who spoke is told to nobody.
     */
    ParticipantStance shownTo(RoomReader by, boolean chatham, boolean hidden) {
        if (person.equals(by.person()) || !chatham && !hidden) return this;
        return chatham
                ? new ParticipantStance(light, participant, "", "", "", "", at, null)
                : new ParticipantStance(light, participant, person, shownAs, stance, "", at, answer);
    }

    /** There is one, and what it says is told to who said it alone. */
    boolean untold() {
        return stance.isEmpty();
    }

    /** Of what its participant's officials see before one of them says something else. */
    String mark() {
        return SeenMark.of(stance, words, person, String.valueOf(answer));
    }

    /** The same, said once more: nothing would change. */
    boolean says(String stance, String words, @Nullable Long answer, RoomReader by) {
        return this.stance.equals(stance)
                && this.words.equals(words)
                && Objects.equals(this.answer, answer)
                && person.equals(by.person());
    }

    static Optional<String> of(String word, List<String> among) {
        return among.stream().filter(it -> word(it).equals(word)).findFirst();
    }
}
