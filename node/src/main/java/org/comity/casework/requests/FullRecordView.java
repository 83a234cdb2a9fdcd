package org.comity.casework.requests;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.proof.Verdict;
import org.comity.thread.Threads;
import org.comity.vocabulary.DayAlone;
import org.jspecify.annotations.Nullable;

/**
 * Shows the full record of a request: each entry of the register and the seal of each act, checked anew.
 *
 * @param keeper whose key signs the register
 * @param register verdict over the chain of entries; null if a fault of this program kept it from being checked
 * @param alone whoever opened the request kept its register too, and could have made it all by itself
 * @param foldsAgain our own fold of the whole register comes to the same states
 * @param anchors what {@code comity verify --anchor} takes, of each key that this record rests on, as our directory knows it
 * @param stretch of which acts {@code register} and {@code lines} speak
 */
public record FullRecordView(
        RequestRow row,
        Participant keeper,
        Participant other,
        @Nullable Verdict register,
        boolean alone,
        boolean foldsAgain,
        List<String> anchors,
        ActRange stretch,
        List<Line> lines,
        @Nullable String head) {

    /**
     * @param recorded by us, of a letter or a call
     * @param unsignedByThem they said it there, so that our own signature is on it, and none of theirs
     * @param recalled taken back before it left, or null
     * @param forgottenAt when retention deleted what it said, or null
     * @param seal verdict over the container, or null when its body was forgotten
     * @param signer SHA-256 of the signing certificate
     */
    // More than twelve: its template shows each, a row of the record.
    public record Line(
            @Nullable Long n,
            String act,
            String type,
            String author,
            Instant time,
            @Nullable Instant registeredAt,
            boolean recorded,
            boolean unsignedByThem,
            @Nullable String effect,
            Threads.@Nullable Recalled recalled,
            @Nullable String entryHash,
            @Nullable Instant forgottenAt,
            @Nullable Verdict seal,
            @Nullable String signer,
            List<String> approvals) {

        /** Its signature does not hold. */
        public boolean broken() {
            return seal != null && !seal.failed().isEmpty();
        }

        /** It was recorded with a day, and no hour. */
        public boolean dayAlone() {
            return recorded && DayAlone.is(time);
        }
    }

    /** What checks the exported thread on a machine without Comity, whole. */
    public String command() {
        return "./comity verify " + row.reference() + ".zip"
                + anchors.stream().map(it -> " --anchor " + it).collect(Collectors.joining());
    }

    public boolean checked() {
        return register != null;
    }

    /** What failed in the register, in words. */
    public List<Verdict.Check> failed() {
        return register == null ? List.of() : register.failed();
    }

    /** As {@code comity verify} would call it; null if a fault of this program kept it from being checked. */
    public Verdict.@Nullable Result result() {
        if (!checked()) return null;
        boolean sound = failed().isEmpty()
                && foldsAgain
                && lines.stream()
                        .allMatch(it -> it.seal() == null || it.seal().failed().isEmpty());
        if (!sound) return Verdict.Result.DOES_NOT_HOLD;
        if (alone) return Verdict.Result.KEEPER_ALONE;
        boolean deleted = lines.stream().anyMatch(it -> it.n() != null && it.seal() == null);
        return deleted ? Verdict.Result.HOLDS_EXCEPT_DELETED : Verdict.Result.HOLDS;
    }

    /** The end of the keys of the words that say it. */
    public String said() {
        var result = result();
        return result == null ? "fault" : result.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the note in which it is said. */
    public String colour() {
        var result = result();
        if (result == Verdict.Result.HOLDS) return "green";
        return result == Verdict.Result.DOES_NOT_HOLD ? "red" : "amber";
    }
}
